-- Recovery: somebody named a cédula. A code goes to whatever e-mails it has, if any; here everything is the same for every cédula.
-- KEYS  1 link  2 mail lane  3 due index
-- ARGV  1 now (ms)  2 session key  3 who, sealed  4 keyed hash of the code  5 the code's deadline, which becomes the link's (ms)
--       6 how many codes a link gives  7 due member of the lane  8 field of the item  9 the item, sealed
-- Returns 0 gone, 1 the code is on its way, 2 this link has given as many as it may.
local link = redis.call('HMGET', KEYS[1], 's', 'd', 'p', 'n')
if not link[2] or tonumber(link[2]) <= tonumber(ARGV[1]) or link[3] ~= 'Recover' then return 0 end
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
if tonumber(link[4] or '0') >= tonumber(ARGV[6]) then return 2 end
redis.call('HSET', KEYS[1], 's', 'claimed', 'a', ARGV[1], 'k', ARGV[2], 'w', ARGV[3], 'h', ARGV[4], 'd', ARGV[5], 't', '0', 'z', '1')
redis.call('HINCRBY', KEYS[1], 'n', 1)
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', ARGV[5] - ARGV[1] + 3600000))
redis.call('HSET', KEYS[2], ARGV[8], ARGV[9])
redis.call('HSETNX', KEYS[2], 'lease', '')
redis.call('ZADD', KEYS[3], ARGV[1], ARGV[7])
return 1
