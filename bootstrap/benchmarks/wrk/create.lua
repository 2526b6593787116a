-- Creates one link a request, each with a target of its own.
dofile(debug.getinfo(1, "S").source:match("^@(.*/)") .. "report.lua")

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

local made = 0

function request()
  made = made + 1
  return wrk.format(nil, nil, nil, '{"longUrl":"https://example.com/created/' .. made .. '"}')
end
