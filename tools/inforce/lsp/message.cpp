#include "tools/inforce/lsp/message.h"

#include <cstdint>

#include <nlohmann/json.hpp>

namespace inforce::lsp {

namespace {

constexpr int deepest = 64;
constexpr std::uint32_t most_values = 1'000'000;

/// Whether what would be read keeps to the limits; a text that is no JSON may.
bool is_modest(std::string_view text) {
  int depth = 0;
  std::uint32_t values = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == '[' || c == '{') {
      if (++depth > deepest || ++values > most_values) return false;
    } else if (c == ']' || c == '}') {
      --depth;
    } else if (c == ',' && ++values > most_values) {
      return false;
    }
  }
  return true;
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json envelope() { return {{"jsonrpc", "2.0"}}; }

bool is_id(const Json& json) { return json.is_string() || json.is_number_integer(); }

Message read_object(const Json& json) {
  Message message;
  const auto id = json.find("id");
  if (id != json.end() && is_id(*id)) message.id = std::make_shared<const Json>(*id);
  const auto method = json.find("method");
  message.is_response = method == json.end() && (json.contains("result") || json.contains("error"));
  if (message.is_response) return message;
  if (method == json.end() || !method->is_string()) {
    message.code = invalid_request;
    message.fault = "the message has no method";
    return message;
  }
  if (id != json.end() && !is_id(*id)) {
    message.code = invalid_request;
    message.fault = "the id is neither a number nor a text";
    return message;
  }
  message.method = method->get<std::string>();
  return message;
}

}  // namespace

Message faulty(int code, std::string fault) {
  Message message;
  message.code = code;
  message.fault = std::move(fault);
  return message;
}

Message read_message(std::string_view text) {
  const bool modest = is_modest(text);
  const Json json = modest ? Json::parse(text.begin(), text.end(), nullptr, false) : Json(nullptr);
  Message message;
  if (!modest) {
    message = faulty(invalid_request, "the message is nested too deeply or has too many values");
  } else if (json.is_discarded()) {
    message = faulty(parse_error, "the message is not JSON");
  } else if (!json.is_object()) {
    message = faulty(invalid_request, "the message is not an object");
  } else {
    message = read_object(json);
    auto params = json.find("params");
    message.params = std::make_shared<const Json>(params == json.end() ? Json::object() : *params);
  }
  if (!message.params) message.params = std::make_shared<const Json>(Json::object());
  message.bytes = text.size();
  return message;
}

std::string response(const Json& id, const Json& result) {
  auto json = envelope();
  json["id"] = id;
  json["result"] = result;
  return dumped(json);
}

std::string error_response(const Json& id, int code, const std::string& message) {
  auto json = envelope();
  json["id"] = id;
  json["error"] = {{"code", code}, {"message", message}};
  return dumped(json);
}

std::string notification(std::string_view method, const Json& params) {
  auto json = envelope();
  json["method"] = method;
  json["params"] = params;
  return dumped(json);
}

std::string request(int id, std::string_view method, const Json& params) {
  auto json = envelope();
  json["id"] = id;
  json["method"] = method;
  json["params"] = params;
  return dumped(json);
}

}  // namespace inforce::lsp
