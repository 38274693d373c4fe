// One message of JSON-RPC 2.0, as it comes and as it goes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tools/inforce/lsp/json.h"

namespace inforce::lsp {

/// The numbers that the protocol has for what can go wrong.
enum ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_failed = -32803,
  request_cancelled = -32800,
};

/// What a request is refused with; thrown by whoever carries it out, and caught where requests are dispatched.
struct Refusal {
  int code = request_failed;
  std::string message;
};

/// A message that was read. With a `fault` nothing else counts but `id`, where that could be read.
struct Message {
  std::string method;
  std::shared_ptr<const Json> id;      ///< A number or a text; null where it is a notification.
  std::shared_ptr<const Json> params;  ///< Never null: an empty object where none are given.
  bool is_response = false;
  int code = 0;
  std::string fault;
  std::size_t bytes = 0;  ///< Of the text that it was.
};

/// Reads a message. JSON deeper than 64 levels or of more than a million values is refused, so that a message takes no
/// more than a few times its own size. Never throws.
[[nodiscard]] Message read_message(std::string_view text);

/// A message that stands for one that could not be read at all.
[[nodiscard]] Message faulty(int code, std::string fault);

[[nodiscard]] std::string response(const Json& id, const Json& result);
[[nodiscard]] std::string error_response(const Json& id, int code, const std::string& message);
[[nodiscard]] std::string notification(std::string_view method, const Json& params);
[[nodiscard]] std::string request(int id, std::string_view method, const Json& params);

}  // namespace inforce::lsp
