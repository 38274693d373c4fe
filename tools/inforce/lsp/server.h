// The language server: messages in, messages out. It knows no streams and no threads; what it is given it carries out
// in order, one step at a time, so that a session of strings has one outcome.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "tools/inforce/lsp/host.h"
#include "tools/inforce/lsp/message.h"

namespace inforce::lsp {

struct Session;

class Server {
 public:
  using Send = std::function<void(const std::string& text)>;

  Server(Host host, Send send);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Takes a message in. A cancellation finds the request that it names while that is still waiting.
  void accept(Message message);
  void accept(std::string_view text) { accept(read_message(text)); }

  /// Carries out the oldest message; where none waits, checks one rule set that has changed and publishes what was
  /// found. False where there was nothing to do. Changes that come while others wait are so checked once.
  bool step();

  [[nodiscard]] std::size_t waiting_bytes() const { return waiting_bytes_; }

  /// Of the process, after `exit`: 0 where `shutdown` came before it, else 1.
  [[nodiscard]] std::optional<int> exit_status() const { return exit_status_; }

 private:
  struct Waiting {
    Message message;
    bool cancelled = false;
  };
  void carry_out(const Waiting& waiting);
  void carry_out_request(const Message& message);
  void carry_out_notification(const Message& message);
  void refuse(const Message& message, int code, const std::string& words);

  std::unique_ptr<Session> session_;
  Send send_;
  std::deque<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  bool initialized_ = false;
  bool shut_down_ = false;
  std::optional<int> exit_status_;
};

}  // namespace inforce::lsp
