-- Nothing was written to the directory: back to step 5. Where that was only seen, it must have been seen for a while.
-- KEYS  1 link  2 due index
-- ARGV  1 now (ms)  2 session key  3 due member of the change  4 for how long the account must have been seen unchanged (ms)
-- Returns 1; 2 when that has not passed yet: then the due entry says when to look again; 0 when the link is not being changed by that session.
local link = redis.call('HMGET', KEYS[1], 's', 'k', 'd', 'u')
if link[1] ~= 'changing' or link[2] ~= ARGV[2] then return 0 end
local until_then = (link[4] or ARGV[1]) + ARGV[4]
if until_then > tonumber(ARGV[1]) then
  redis.call('HSETNX', KEYS[1], 'u', ARGV[1])
  redis.call('ZADD', KEYS[2], 'XX', until_then, ARGV[3])
  return 2
end
redis.call('HSET', KEYS[1], 's', 'claimed', 'a', ARGV[1])
redis.call('HDEL', KEYS[1], 'u')
redis.call('PEXPIRE', KEYS[1], math.max(tonumber(link[3]) - tonumber(ARGV[1]), 0) + 3600000)
redis.call('ZREM', KEYS[2], ARGV[3])
return 1
