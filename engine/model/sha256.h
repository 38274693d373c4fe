// SHA-256 (FIPS 180-4), by OpenSSL, which stays in sha256.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace inforce::model {

/// The sum over texts given one after the other. For one thread.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view text);

  /// 64 hexadecimal digits in small letters. Requires: called once, and nothing added after.
  [[nodiscard]] std::string hex();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

/// The sum of one text.
[[nodiscard]] std::string sha256_hex(std::string_view text);

}  // namespace inforce::model
