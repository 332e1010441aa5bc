-- Lines of the audit are added to its chain, all or none. Their codes were made outside, since no script has the key: they hold only
-- after the head that was read.
-- KEYS  1 lines  2 head  3 marks of events that have been written
-- ARGV  1 seal of the head that was read ('' = there was none)  2 number of the last line  3 its code  4 lines dropped so far  5 seal of that head
--       6 lines to keep  7 now (ms)  8 marks from before are forgotten (ms)  9 for each line: mark, line
-- Returns 0 when the head has moved, 1 when they are added, 2 and the marks of those that had been written before.
local known = {2}
for i = 9, #ARGV, 2 do
  if redis.call('ZSCORE', KEYS[3], ARGV[i]) then known[#known + 1] = ARGV[i] end
end
if #known > 1 then return known end
if (redis.call('HGET', KEYS[2], 'seal') or '') ~= ARGV[1] then return {0} end

for i = 9, #ARGV, 2 do
  redis.call('RPUSH', KEYS[1], ARGV[i + 1])
  redis.call('ZADD', KEYS[3], ARGV[7], ARGV[i])
end
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[6]), -1)
redis.call('HSET', KEYS[2], 'n', ARGV[2], 'code', ARGV[3], 'trimmed', ARGV[4], 'seal', ARGV[5])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', ARGV[8])
return {1}
