-- A token bucket that all instances share: filled steadily, holding at most one second's worth.
-- KEYS  1 bucket: the time (ms) at which it will be full again
-- ARGV  1 now (ms)  2 tokens a second
-- Returns 0 when a token was taken, else how long until there is one (ms).
local now, gap = tonumber(ARGV[1]), 1000 / ARGV[2]
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
local wait = math.ceil(full + gap - now - 1000)
if wait > 0 then return wait end
redis.call('SET', KEYS[1], string.format('%.3f', full + gap), 'PX', 5000)
return 0
