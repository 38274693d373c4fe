#include "tools/inforce/child.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace inforce::cli {

namespace {

/// Both ends of a pipe, closed in the end; a child gets neither but as its own standard stream.
class Pipe {
 public:
  Pipe() { made_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] int end(std::size_t which) const { return ends_.at(which); }
  void close(std::size_t which) {
    if (ends_.at(which) >= 0) ::close(ends_.at(which));
    ends_.at(which) = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
  bool made_ = false;
};

pid_t start(const std::vector<std::string>& arguments, const Pipe& to, const Pipe& from) {
  std::vector<char*> words;
  words.reserve(arguments.size() + 1);
  for (const auto& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to.end(0), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from.end(1), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  const int failed = ::posix_spawnp(&child, words.front(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : -1;
}

/// Writes what can be written; closes the end where all is, or nobody reads.
void write_some(Pipe& to, std::string_view& input) {
  const auto count = ::write(to.end(1), input.data(), input.size());
  if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
  if (input.empty() || (count < 0 && errno != EINTR && errno != EAGAIN)) to.close(1);
}

/// False at the end.
bool read_some(const Pipe& from, std::string& out) {
  std::array<char, 65536> buffer{};
  const auto count = ::read(from.end(0), buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  out.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

/// Both ways at once, so that neither side waits for the other for ever.
std::string exchange(Pipe& to, const Pipe& from, std::string_view input) {
  std::string out;
  if (input.empty()) to.close(1);
  if (to.end(1) >= 0) ::fcntl(to.end(1), F_SETFL, O_NONBLOCK);
  for (;;) {
    std::array<pollfd, 2> ends{{{from.end(0), POLLIN, 0}, {to.end(1), POLLOUT, 0}}};
    if (::poll(ends.data(), to.end(1) >= 0 ? 2 : 1, -1) < 0 && errno != EINTR) return out;
    if (to.end(1) >= 0 && ends[1].revents != 0) write_some(to, input);
    if (ends[0].revents != 0 && !read_some(from, out)) return out;
  }
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& arguments, std::string_view input) {
  ChildResult result;
  Pipe to;
  Pipe from;
  if (!to.made() || !from.made()) return result;
  const pid_t child = start(arguments, to, from);
  if (child < 0) return result;
  result.started = true;
  to.close(0);
  from.close(1);
  result.out = exchange(to, from, input);
  to.close(1);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
  return result;
}

}  // namespace inforce::cli
