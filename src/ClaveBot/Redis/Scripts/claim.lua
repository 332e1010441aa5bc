-- A browser proved the clave: of many at once, one gets the link.
-- KEYS  1 link
-- ARGV  1 now (ms)  2 session key  3 who, sealed  4 when a claim that was not used frees the link again (ms ago)
-- Returns 0 gone, 1 claimed, 2 another browser has it.
local link = redis.call('HMGET', KEYS[1], 's', 'd', 'a')
if not link[2] or tonumber(link[2]) <= tonumber(ARGV[1]) then return 0 end
if link[1] == 'changing' then return 2 end
if link[1] == 'claimed' and tonumber(link[3]) > tonumber(ARGV[4]) then return 2 end
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
redis.call('HSET', KEYS[1], 's', 'claimed', 'a', ARGV[1], 'k', ARGV[2], 'w', ARGV[3], 't', '0')
return 1
