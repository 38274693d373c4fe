#include "tools/inforce/disk.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inforce::cli {

std::string words_for(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "no space is left";
    case EFBIG:
      return "it would be larger than a file may be";
    case ENOENT:
      return "no such folder";
    case ENOTDIR:
      return "a part of its path is not a folder";
    case EEXIST:
    case ENOTEMPTY:
      return "it is there already";
    case EISDIR:
      return "it is a folder";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "what it lies on can only be read";
    case EBUSY:
      return "it is in use, such as by a disk that is mounted there";
    case ELOOP:
      return "symbolic links form a circle";
    case ENAMETOOLONG:
      return "its name is too long";
    case EPIPE:
      return "nobody reads it any more";
    default:
      return "the system refuses to write it (error " + std::to_string(error) + ")";
  }
}

int Descriptor::close() {
  if (number_ < 0) return 0;
  const int failed = ::close(number_);
  number_ = -1;
  return failed == 0 ? 0 : errno;
}

int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

unsigned rights_kept_back() {
  const auto mask = ::umask(0);
  ::umask(mask);
  return mask;
}

void settle(const std::filesystem::path& folder) {
  const Descriptor file(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.number() >= 0) (void)::fsync(file.number());
}

}  // namespace inforce::cli
