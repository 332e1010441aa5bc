-- Gives a lane back, to be taken up later: the other side did not take its first item now.
-- KEYS  1 lane  2 due index
-- ARGV  1 due member of the lane  2 lease token  3 when to try again (ms)  4 how long that is from now (ms)
-- Returns the number of failed tries, 0 when the lease is no longer ours.
if redis.call('HGET', KEYS[1], 'lease') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], 'lease')
-- Held by nobody until then, so that a new turn does not overtake.
local clock = redis.call('TIME')
redis.call('HSET', KEYS[1], 'until', clock[1] * 1000 + math.floor(clock[2] / 1000) + tonumber(ARGV[4]))
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return redis.call('HINCRBY', KEYS[1], 'tries', 1)
