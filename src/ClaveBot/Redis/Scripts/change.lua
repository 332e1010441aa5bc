-- The browser that claimed is about to change the clave: of many posts at once, one goes on. The due entry makes sure that
-- somebody looks what became of it when this process dies.
-- KEYS  1 link  2 due index
-- ARGV  1 now (ms)  2 session key  3 the account's change marker  4 due member of the change  5 when to look (ms)
--       6 time to live of the link (ms)
-- Returns 0 gone, 1 go on, 2 claimed by another browser, 3 a change is already under way.
local link = redis.call('HMGET', KEYS[1], 's', 'd', 'k')
if not link[1] then return 0 end
if link[3] ~= ARGV[2] then return link[1] == 'claimed' and 2 or 0 end
if link[1] == 'changing' then return 3 end
if link[1] ~= 'claimed' or tonumber(link[2]) <= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 's', 'changing', 'm', ARGV[3], 'a', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[6])
redis.call('ZADD', KEYS[2], ARGV[5], ARGV[4])
return 1
