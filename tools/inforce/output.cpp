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
#include "tools/inforce/disk.h"
#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

namespace fs = std::filesystem;

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
  return 0666U & ~rights_kept_back();
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

/// Where links lead from `path`, also where there is no file yet; as it is where they form a circle.
std::string end_of_links(const std::string& path) {
  constexpr int most_links = 40;
  fs::path end = path;
  for (int i = 0; i < most_links; ++i) {
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(end, error))) return end.string();
    end = end.parent_path() / fs::read_symlink(end, error);
  }
  return path;
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
  if (error == std::errc::too_many_symbolic_link_levels) return words_for(ELOOP);
  if (fs::is_directory(status)) return words_for(EISDIR);
  if (!path.empty() && path.back() == '/') return words_for(ENOENT);
  int failed = 0;
  if (!fs::exists(status)) {
    failed = replace(end_of_links(path), text);
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
