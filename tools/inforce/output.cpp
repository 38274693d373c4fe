#include "tools/inforce/output.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/diagnostics/report.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

namespace fs = std::filesystem;

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
    case EISDIR:
      return "it is a folder";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "what it lies on can only be read";
    case ENAMETOOLONG:
      return "its name is too long";
    case EPIPE:
      return "nobody reads it any more";
    default:
      return "the system refuses to write it (error " + std::to_string(error) + ")";
  }
}

/// An open file, closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { (void)close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

  /// 0, or the error: some disks tell only now that they are full.
  [[nodiscard]] int close() {
    if (number_ < 0) return 0;
    const int failed = ::close(number_);
    number_ = -1;
    return failed == 0 ? 0 : errno;
  }

 private:
  int number_;
};

/// 0, or the error.
int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

int write_into(const std::string& path, std::string_view text) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0) return errno;
  const int error = write_all(file.number(), text);
  return error != 0 ? error : file.close();
}

/// The rights that the file has, or that a new one gets.
mode_t rights_of(const std::string& path) {
  struct stat known {};
  if (::stat(path.c_str(), &known) == 0) return known.st_mode & 0777U;
  const auto mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// Writes `text` to the disk under the name that is in `name` afterwards.
int write_beside(const std::string& path, std::string& name, std::string_view text) {
  name = (fs::path(path).parent_path() / ".inforce-XXXXXX").string();
  Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
  if (file.number() < 0) {
    name.clear();
    return errno;
  }
  if (const int error = write_all(file.number(), text)) return error;
  if (::fchmod(file.number(), rights_of(path)) != 0) return errno;
  if (::fsync(file.number()) != 0) return errno;
  return file.close();
}

/// The new name is on the disk only when its folder is; a folder that cannot be told so is no failure.
void settle(const fs::path& folder) {
  const Descriptor file(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.number() >= 0) (void)::fsync(file.number());
}

int replace(const std::string& path, std::string_view text) {
  std::string name;
  int error = write_beside(path, name, text);
  if (error == 0 && ::rename(name.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0 && !name.empty()) ::unlink(name.c_str());
  if (error == 0) settle(fs::path(path).parent_path());
  return error;
}

}  // namespace

const Option& output_option() {
  static const Option option{"-o", "FILE", "the file to write, whole or not at all; without it standard output", false};
  return option;
}

int write_output(std::string_view text, const Arguments& arguments, Environment& environment) {
  const auto path = arguments.one("-o");
  if (path.empty() || path == "-") {
    environment.out << text;
    return answered;
  }
  return write_file(path, text, environment);
}

int write_file(const std::string& path, std::string_view text, Environment& environment) {
  const auto why = environment.write ? environment.write(path, text) : std::string("files cannot be written here");
  if (why.empty()) return answered;
  return say_unwritten(path, why, environment);
}

int say_unwritten(const std::string& path, const std::string& why, Environment& environment) {
  const std::vector<Diagnostic> found{diagnostics::make(codes::unwritable_file, "cannot write `" + path + "`: " + why)};
  return say_errors(found, Sources{}, Arguments{}, environment);
}

std::string write_whole(const std::string& path, std::string_view text) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::is_directory(status)) return words_for(EISDIR);
  if (!path.empty() && path.back() == '/') return words_for(ENOENT);
  int failed = 0;
  if (!fs::exists(status)) {
    failed = replace(path, text);
  } else if (fs::is_regular_file(status)) {
    const auto real = fs::canonical(path, error);  // A link stays, and leads to the new text.
    failed = error ? error.value() : replace(real.string(), text);
  } else {
    failed = write_into(path, text);
  }
  return failed == 0 ? std::string{} : words_for(failed);
}

std::string append_whole(const std::string& path, std::string_view text) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
  struct stat before {};
  if (file.number() < 0 || ::fstat(file.number(), &before) != 0) return words_for(errno);
  int error = write_all(file.number(), text);
  if (error != 0 && S_ISREG(before.st_mode)) (void)::ftruncate(file.number(), before.st_size);
  if (error == 0) error = file.close();
  return error == 0 ? std::string{} : words_for(error);
}

}  // namespace inforce::cli
