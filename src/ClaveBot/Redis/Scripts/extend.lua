-- Somebody needs more time: the deadline moves on, within a cap that counts from the commit.
-- KEYS  1 link
-- ARGV  1 now (ms)  2 session key of the browser that asks ('' = none)  3 how much more (ms)  4 the cap, counted from the commit (ms)
--       5 when a claim that was not used frees the link again (ms ago)
-- Returns 0 gone, or nothing to extend by; 1 extended; 2 another browser has it.
local link = redis.call('HMGET', KEYS[1], 's', 'd', 'a', 'k', 'b')
local now = tonumber(ARGV[1])
if not link[2] or tonumber(link[2]) <= now then return 0 end
if link[1] ~= 'issued' and link[1] ~= 'claimed' then return 0 end
local holds = link[1] == 'claimed' and link[4] == ARGV[2]
if link[1] == 'claimed' and not holds and tonumber(link[3]) > tonumber(ARGV[5]) then return 2 end
local deadline = math.min(link[5] + ARGV[4], link[2] + ARGV[3])
if deadline <= tonumber(link[2]) then return 0 end
redis.call('HSET', KEYS[1], 'd', string.format('%.0f', deadline), 'z', '1')
if holds then redis.call('HSET', KEYS[1], 'a', ARGV[1]) end
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', deadline - now + 3600000))
return 1
