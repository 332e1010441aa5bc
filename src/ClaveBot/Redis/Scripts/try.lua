-- A proof of the clave begins. It is counted before the directory is asked: of many at once, no more are asked than a link allows.
-- KEYS  1 link
-- ARGV  1 now (ms)  2 how many are allowed
-- Returns 0 gone, 1 go on, 2 as many as allowed are under way.
local link = redis.call('HMGET', KEYS[1], 's', 'd', 't')
if not link[2] or tonumber(link[2]) <= tonumber(ARGV[1]) then return 0 end
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
if tonumber(link[3]) >= tonumber(ARGV[2]) then return 2 end
redis.call('HINCRBY', KEYS[1], 't', 1)
return 1
