-- A send takes its time: keeps the lease.
-- KEYS  1 lane  2 due index
-- ARGV  1 due member of the lane  2 lease token  3 lease (ms)  4 when the lane is due if its sender dies (ms)
-- Returns 1, or 0 when the lease is no longer ours.
if redis.call('HGET', KEYS[1], 'lease') ~= ARGV[2] then return 0 end
local clock = redis.call('TIME')
redis.call('HSET', KEYS[1], 'until', clock[1] * 1000 + math.floor(clock[2] / 1000) + tonumber(ARGV[3]))
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1])
return 1
