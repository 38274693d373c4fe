#include "tools/inforce/lsp/server.h"

#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/session.h"

namespace inforce::lsp {

Server::Server(Host host, Send send) : session_(std::make_unique<Session>(std::move(host))), send_(std::move(send)) {
  session_->notify = [this](const std::string& method, const Json& params) { send_(notification(method, params)); };
  session_->request = [this, number = 0](const std::string& method, const Json& params) mutable {
    send_(request(++number, method, params));
  };
}

Server::~Server() = default;

void Server::accept(Message message) {
  if (message.is_response) return;
  if (message.method == "$/cancelRequest") {
    const auto id = message.params->is_object() ? message.params->find("id") : message.params->end();
    for (auto& each : waiting_) {
      if (id != message.params->end() && each.message.id && *each.message.id == *id) each.cancelled = true;
    }
    return;
  }
  waiting_bytes_ += message.bytes;
  waiting_.push_back({std::move(message), false});
}

bool Server::step() {
  if (exit_status_) return false;
  if (waiting_.empty()) {
    auto* set = initialized_ && !shut_down_ ? session_->workspace.next_dirty() : nullptr;
    if (set != nullptr) check_and_publish(session_->workspace, *set, session_->notify);
    return set != nullptr;
  }
  const auto next = std::move(waiting_.front());
  waiting_.pop_front();
  waiting_bytes_ -= next.message.bytes;
  carry_out(next);
  return true;
}

void Server::refuse(const Message& message, int code, const std::string& words) {
  send_(error_response(message.id ? *message.id : Json(nullptr), code, words));
}

void Server::carry_out(const Waiting& waiting) {
  const auto& message = waiting.message;
  if (!message.fault.empty()) return refuse(message, message.code, message.fault);
  if (message.method == "exit") {
    exit_status_ = shut_down_ ? 0 : 1;
  } else if (waiting.cancelled) {
    refuse(message, request_cancelled, "cancelled");
  } else if (message.id) {
    carry_out_request(message);
  } else {
    carry_out_notification(message);
  }
}

void Server::carry_out_request(const Message& message) {
  try {
    if (shut_down_) return refuse(message, invalid_request, "the server was shut down");
    if (message.method == "initialize") {
      if (initialized_) return refuse(message, invalid_request, "the server is initialized already");
      const auto result = initialize(*session_, *message.params);
      initialized_ = true;
      return send_(response(*message.id, result));
    }
    if (!initialized_) return refuse(message, server_not_initialized, "`initialize` comes first");
    if (message.method == "shutdown") {
      shut_down_ = true;
      return send_(response(*message.id, nullptr));
    }
    const auto method = request_named(message.method);
    if (method == nullptr) return refuse(message, method_not_found, "there is no method `" + message.method + "`");
    send_(response(*message.id, method(*session_, *message.params)));
  } catch (const Refusal& refusal) {
    refuse(message, refusal.code, refusal.message);
  } catch (const Json::exception& error) {
    refuse(message, invalid_params, error.what());
  } catch (const std::exception& error) {
    refuse(message, internal_error, error.what());
  }
}

void Server::carry_out_notification(const Message& message) {
  const auto method = initialized_ && !shut_down_ ? notification_named(message.method) : nullptr;
  if (method == nullptr) return;
  const auto complain = [&](const std::string& words) {
    session_->notify("window/logMessage", {{"type", 1}, {"message", message.method + ": " + words}});
  };
  try {
    method(*session_, *message.params);
  } catch (const Refusal& refusal) {
    complain(refusal.message);
  } catch (const Json::exception& error) {
    complain(error.what());
  } catch (const std::exception& error) {
    complain(error.what());
  }
}

}  // namespace inforce::lsp
