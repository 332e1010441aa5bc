-- A wrong pair of cédula and clave: counted; the last one allowed ends the link.
-- KEYS  1 link
-- ARGV  1 now (ms)  2 how many are allowed  3 reason of the end
-- Returns 0 gone or just ended before, 1 counted, 2 this was the last one.
local link = redis.call('HMGET', KEYS[1], 's', 'd')
if not link[2] or tonumber(link[2]) <= tonumber(ARGV[1]) then return 0 end
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
if redis.call('HINCRBY', KEYS[1], 't', 1) < tonumber(ARGV[2]) then return 1 end
redis.call('HSET', KEYS[1], 's', 'ended', 'e', ARGV[3])
return 2
