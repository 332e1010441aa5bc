-- Nothing was written to the directory: back to step 5.
-- KEYS  1 link  2 due index
-- ARGV  1 now (ms)  2 session key  3 due member of the change
-- Returns 1, or 0 when the link is not being changed by that session.
local link = redis.call('HMGET', KEYS[1], 's', 'k', 'd')
if link[1] ~= 'changing' or link[2] ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], 's', 'claimed', 'a', ARGV[1])
redis.call('PEXPIRE', KEYS[1], math.max(tonumber(link[3]) - tonumber(ARGV[1]), 0) + 3600000)
redis.call('ZREM', KEYS[2], ARGV[3])
return 1
