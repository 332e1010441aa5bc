-- Gives a lane back, to be taken up later.
-- KEYS  1 lane  2 due index
-- ARGV  1 due member of the lane  2 lease token  3 when to try again (ms)  4 '1': nothing is sent before that, also no new turn's message
--       5 in question: since when (ms) and the field of the item ('' = nothing)  6 '1': counts as a failed try  7 now (ms)
-- Returns 1, or 0 when the lease is no longer ours.
if redis.call('HGET', KEYS[1], 'lease') ~= ARGV[2] then return 0 end
redis.call('HDEL', KEYS[1], 'until', 'after')
redis.call('HSET', KEYS[1], 'lease', '')
if ARGV[4] == '1' then redis.call('HSET', KEYS[1], 'after', ARGV[3]) end
if ARGV[5] ~= '' then redis.call('HSET', KEYS[1], 'unknown', ARGV[5]) end
if ARGV[6] == '1' then
  redis.call('HINCRBY', KEYS[1], 'tries', 1)
  redis.call('HSETNX', KEYS[1], 'since', ARGV[7])
end
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[1])
return 1
