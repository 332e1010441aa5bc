-- One turn, all of it or nothing.
-- KEYS  1 record  2 due index  3 chat lane  4 mail lane  5 link to open ('' = the record's key: none)  6 link to close (likewise)
--       7 event lane  8 comments  9 … links that are gone with an erasure, unless a change is under way
-- ARGV  1 revision that was read (8 bytes; empty: there was no record)
--       2 new record, its revision in front      3 its time to live (ms); what stands before both, the id of the last message, stays
--       4 due member  5 when it is due (ms; '' = its entry stands, 'erase' = nothing of the conversation stays but this record)
--       6 lease token  7 lease (ms)  8 when a lane whose sender died is due (ms)
--       9 open: purpose ('' = no link)  10 conversation  11 deadline (ms)  12 time to live (ms)
--       13 close: '' | replace | expire | settle | cancel   14 reason   15 now (ms)
--       16 number of chat items, then each: field, sealed item; then mail items and event items likewise;
--          at last '1' if the conversation has comments, how many of them stay, number and sealed text of a new one ('' = none)
-- Returns 0: the record has another revision. 1: the link to close is not in a state that can be closed so.
--         Else 2, then for the chat, the mail and the event lane: 0 not ours to send, 1 ours, only these items, 2 to be taken: older ones wait in it.
local stored = redis.call('GETRANGE', KEYS[1], 0, 15)
if string.sub(stored, 9) ~= ARGV[1] then return {0} end

local close = ARGV[13]
if close ~= '' then
  local state = redis.call('HGET', KEYS[6], 's')
  local open = state == 'issued' or state == 'claimed'
  if close == 'settle' then
    -- Whatever it has become meanwhile: the clave is changed, and that must be told.
    if state == 'used' then return {1} end
    if state then redis.call('HSET', KEYS[6], 's', 'used') end
    redis.call('PEXPIRE', KEYS[6], '3600000')
    redis.call('ZREM', KEYS[2], ARGV[4] .. string.match(KEYS[6], ':k:.*$'))
  elseif close == 'expire' then
    if not open or tonumber(redis.call('HGET', KEYS[6], 'd')) > tonumber(ARGV[15]) then return {1} end
    redis.call('HSET', KEYS[6], 's', 'ended', 'e', ARGV[14])
  elseif open then
    redis.call('HSET', KEYS[6], 's', 'ended', 'e', ARGV[14])
  end
end

local erases = ARGV[5] == 'erase'
local id = (erases or stored == '') and string.rep('\0', 8) or string.sub(stored, 1, 8)
redis.call('SET', KEYS[1], id .. ARGV[2], 'PX', ARGV[3])
if erases then
  -- Of what is unsent the person's own texts go and the answers to them (UnsentItem); a lane that is empty then is gone when it is taken up.
  for _, lane in ipairs({KEYS[3], KEYS[7]}) do
    for _, field in ipairs(redis.call('HKEYS', lane)) do
      local order = tonumber(field)
      if order and order % 2 == 1 then redis.call('HDEL', lane, field) end
    end
  end
  redis.call('HDEL', KEYS[3], 'tries', 'since', 'unknown', 'after')
  redis.call('DEL', KEYS[8])
  redis.call('ZREM', KEYS[2], ARGV[4])
  for i = 9, #KEYS do
    if redis.call('HGET', KEYS[i], 's') ~= 'changing' then redis.call('DEL', KEYS[i]) end
  end
end

if ARGV[9] ~= '' then
  redis.call('HSET', KEYS[5], 's', 'issued', 'p', ARGV[9], 'c', ARGV[10], 'd', ARGV[11], 'x', ARGV[11], 'b', ARGV[15], 't', '0')
  redis.call('PEXPIRE', KEYS[5], ARGV[12])
end

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- A lane that holds something has a lease: '' when nobody has it.
local due = ARGV[5] ~= '' and not erases and {ARGV[5], ARGV[4]} or {}
local function add(lane, member, at)
  local last = at + 2 * tonumber(ARGV[at])
  if last == at then return 0 end
  local held = redis.call('HMGET', lane, 'lease', 'until', 'after')
  if held[1] then
    redis.call('HSET', lane, unpack(ARGV, at + 1, last))
    if held[2] and tonumber(held[2]) > now or held[3] and tonumber(held[3]) > tonumber(ARGV[15]) then return 0 end
    return 2
  end
  redis.call('HSET', lane, 'lease', ARGV[6], 'until', now + tonumber(ARGV[7]), unpack(ARGV, at + 1, last))
  due[#due + 1], due[#due + 2] = ARGV[8], member
  return 1
end

local mails = 17 + 2 * tonumber(ARGV[16])
local events = mails + 1 + 2 * tonumber(ARGV[mails])
local left = events + 1 + 2 * tonumber(ARGV[events])
if ARGV[left] == '1' and not erases then
  if ARGV[left + 2] ~= '' then
    redis.call('HSET', KEYS[8], ARGV[left + 2], ARGV[left + 3])
    redis.call('HDEL', KEYS[8], ARGV[left + 2] - ARGV[left + 1])
  end
  redis.call('PEXPIRE', KEYS[8], ARGV[3])
end

local lanes = {add(KEYS[3], ARGV[4] .. ':Chat', 16), add(KEYS[4], ARGV[4] .. ':Mail', mails), add(KEYS[7], ARGV[4] .. ':Events', events)}
if #due > 0 then redis.call('ZADD', KEYS[2], unpack(due)) end
return {2, unpack(lanes)}
