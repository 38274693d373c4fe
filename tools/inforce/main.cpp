#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "tools/inforce/output.h"

namespace {

using inforce::Date;

/// The civil day on the clock of this machine, in its own zone.
Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  const std::chrono::year_month_day day{std::chrono::year{local.tm_year + 1900},
                                        std::chrono::month{static_cast<unsigned>(local.tm_mon + 1)},
                                        std::chrono::day{static_cast<unsigned>(local.tm_mday)}};
  return std::chrono::sys_days{day};
}

std::map<std::string, std::string> variables() {
  std::map<std::string, std::string> found;
  for (const char* name : {"INFORCE_RULES", "NO_COLOR", "COLUMNS", "TERM", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE",
                           "CI_PROJECT_DIR", "SOURCE_DATE_EPOCH"}) {
    if (const char* value = std::getenv(name)) found[name] = value;
  }
  return found;
}

unsigned terminal_width(const std::map<std::string, std::string>& variables) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const auto columns = variables.find("COLUMNS");
  const long width = columns == variables.end() ? 0 : std::strtol(columns->second.c_str(), nullptr, 10);
  return width >= 40 && width <= 1000 ? static_cast<unsigned>(width) : 100;
}

/// The corpus that came with the program, where it did.
std::string installed_rules() {
  std::error_code error;
  return std::filesystem::exists(INFORCE_INSTALLED_RULES, error) ? INFORCE_INSTALLED_RULES : std::string{};
}

std::string working_folder() {
  std::error_code error;
  return std::filesystem::current_path(error).string();
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // A closed pipe is a failed write, which `run` reports;
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that grows beyond what is allowed.
  std::ios::sync_with_stdio(false);
  const auto files = inforce::disk_files();
  inforce::cli::Environment environment{std::cout,   std::cerr,        *files,           today,
                                        variables(), working_folder(), installed_rules()};
  environment.width = terminal_width(environment.variables);
  environment.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  environment.err_is_terminal = isatty(STDERR_FILENO) == 1;
  environment.write = inforce::cli::write_whole;
  environment.append = inforce::cli::append_whole;
  environment.look_into = inforce::cli::look_into;
  environment.make_folder = inforce::cli::make_folder;
  environment.in = &std::cin;
  const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
  return inforce::cli::run(args, environment);
}
