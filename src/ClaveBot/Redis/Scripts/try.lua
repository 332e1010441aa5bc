-- A proof begins. It is counted before anybody is asked: of many at once, no more are asked than a link allows.
-- KEYS  1 link
-- ARGV  1 now (ms)  2 how many are allowed  3 how long one may be under way (ms)  4 reason of the end when all of them died
-- Returns 0 gone, 1 go on, 2 as many as allowed are under way, 3 they were, and whoever asked them died: this ended the link.
local link = redis.call('HMGET', KEYS[1], 's', 'd', 't', 'q')
if not link[2] or tonumber(link[2]) <= tonumber(ARGV[1]) then return 0 end
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
if tonumber(link[3]) >= tonumber(ARGV[2]) then
  if not link[4] or link[4] + ARGV[3] > tonumber(ARGV[1]) then return 2 end
  redis.call('HSET', KEYS[1], 's', 'ended', 'e', ARGV[4])
  return 3
end
redis.call('HINCRBY', KEYS[1], 't', 1)
redis.call('HSET', KEYS[1], 'q', ARGV[1])
return 1
