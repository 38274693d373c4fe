#include "tools/inforce/lsp/serve.h"

#include <condition_variable>
#include <deque>
#include <istream>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>

#include "tools/inforce/lsp/server.h"
#include "tools/inforce/lsp/transport.h"

namespace inforce::lsp {

namespace {

/// What was read and not yet taken. Whoever reads waits while it is full.
class Inbox {
 public:
  void put(Message message) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return bytes_ < most_message_bytes || closed_; });
    bytes_ += message.bytes;
    messages_.push_back(std::move(message));
    changed_.notify_all();
  }

  /// Nothing where there is none; with `wait`, only after the end of all.
  std::optional<Message> take(bool wait) {
    std::unique_lock lock(mutex_);
    if (wait) changed_.wait(lock, [&] { return !messages_.empty() || closed_; });
    if (messages_.empty()) return std::nullopt;
    auto message = std::move(messages_.front());
    messages_.pop_front();
    bytes_ -= message.bytes;
    changed_.notify_all();
    return message;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Message> messages_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
};

/// Reads to the end, or to `exit`: nothing comes after that, and a client may leave the stream open.
void read_all(std::istream& in, Inbox& inbox) {
  for (;;) {
    auto frame = read_frame(in);
    if (frame.kind == Frame::Kind::end) break;
    auto message = frame.kind == Frame::Kind::message    ? read_message(frame.text)
                   : frame.kind == Frame::Kind::too_long ? faulty(invalid_request, std::move(frame.text))
                                                         : faulty(parse_error, std::move(frame.text));
    frame.text.clear();
    const bool last = message.method == "exit" || frame.kind == Frame::Kind::broken;
    inbox.put(std::move(message));
    if (last) break;
  }
  inbox.close();
}

void carry_out_all(Server& server, Inbox& inbox, const std::ostream& out) {
  while (!server.exit_status() && out) {
    while (server.waiting_bytes() < most_message_bytes) {
      auto message = inbox.take(false);
      if (!message) break;
      server.accept(std::move(*message));
    }
    if (server.step()) continue;
    auto message = inbox.take(true);
    if (!message) return;
    server.accept(std::move(*message));
  }
}

}  // namespace

int serve(std::istream& in, std::ostream& out, Host host) {
  in.tie(nullptr);  // Two threads: reading must not flush what is being written.
  Inbox inbox;
  Server server(std::move(host), [&out](const std::string& text) { write_frame(out, text); });
  std::thread reader(read_all, std::ref(in), std::ref(inbox));
  carry_out_all(server, inbox, out);
  inbox.close();
  reader.join();
  return server.exit_status().value_or(1);
}

}  // namespace inforce::lsp
