#include "engine/render/canonical_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

namespace inforce::render_json {

namespace {

using Json = nlohmann::json;

/// Goes through a text without keeping it, and stops at what is refused.
class Guard final : public nlohmann::json_sax<Json> {
 public:
  std::string error;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(std::int64_t) override { return true; }
  bool number_unsigned(std::uint64_t) override { return true; }
  bool number_float(double, const std::string&) override { return true; }
  bool string(std::string&) override { return true; }
  bool binary(Json::binary_t&) override { return refuse("it holds binary data"); }

  bool start_object(std::size_t) override { return open(); }
  bool start_array(std::size_t) override { return open(); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    return names_.back().insert(name).second || refuse("an object in it has one name twice");
  }

  bool parse_error(std::size_t at, const std::string&, const nlohmann::detail::exception& fault) override {
    const bool number = fault.id == 406;  // out_of_range: beyond a double
    return refuse(number ? "a number in it is too large" : "it is not JSON at byte " + std::to_string(at));
  }

 private:
  bool refuse(std::string words) {
    error = std::move(words);
    return false;
  }
  bool open() {
    names_.emplace_back();
    return names_.size() <= deepest_json || refuse("it is nested more than " + std::to_string(deepest_json) + " deep");
  }
  bool close() {
    names_.pop_back();
    return true;
  }

  std::vector<std::set<std::string>> names_;
};

/// UTF-16 code units. Requires: valid UTF-8.
std::u16string utf16(const std::string& text) {
  std::u16string units;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const unsigned length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (unsigned i = 1; i < length; ++i) point = point << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    at += length;
    if (point < 0x10000U) {
      units += static_cast<char16_t>(point);
    } else {
      units += static_cast<char16_t>(0xD800U + ((point - 0x10000U) >> 10U));
      units += static_cast<char16_t>(0xDC00U + ((point - 0x10000U) & 0x3FFU));
    }
  }
  return units;
}

class Writer {
 public:
  std::string text;

  /// Recursive: the guard has bounded the depth.
  void write(const Json& value) {
    switch (value.type()) {
      case Json::value_t::object:
        return write_object(value);
      case Json::value_t::array:
        return write_array(value);
      case Json::value_t::string:
        return write_string(value.get_ref<const std::string&>());
      case Json::value_t::boolean:
        text += value.get<bool>() ? "true" : "false";
        return;
      case Json::value_t::number_integer:
      case Json::value_t::number_unsigned:
      case Json::value_t::number_float:
        text += canonical_number(value.get<double>());
        return;
      default:
        text += "null";
        return;
    }
  }

 private:
  void write_string(const std::string& value) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::string_view escaped = "\"\\\b\f\n\r\t";
    constexpr std::string_view letters = "\"\\bfnrt";
    text += '"';
    for (const char letter : value) {
      const auto byte = static_cast<unsigned char>(letter);
      if (const auto found = escaped.find(letter); found != std::string_view::npos) {
        text += '\\';
        text += letters[found];
      } else if (byte < 0x20U) {
        text += "\\u00";
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
      } else {
        text += letter;
      }
    }
    text += '"';
  }

  void write_array(const Json& list) {
    text += '[';
    const char* between = "";
    for (const auto& value : list) {
      text += between;
      write(value);
      between = ",";
    }
    text += ']';
  }

  void write_object(const Json& object) {
    std::vector<std::pair<std::u16string, Json::const_iterator>> members;
    for (auto member = object.begin(); member != object.end(); ++member) {
      members.emplace_back(utf16(member.key()), member);
    }
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    text += '{';
    const char* between = "";
    for (const auto& [name, member] : members) {
      text += between;
      write_string(member.key());
      text += ':';
      write(member.value());
      between = ",";
    }
    text += '}';
  }
};

/// `digits` with the point after the first `point` of them, where -6 < point <= 21 (ECMAScript, Number::toString).
std::string plain_number(const std::string& digits, int point) {
  const auto count = static_cast<int>(digits.size());
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (count <= point) return digits + std::string(static_cast<std::size_t>(point - count), '0');
  const auto whole = static_cast<std::size_t>(point);
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

}  // namespace

std::string canonical_number(double number) {
  if (number == 0) return "0";
  if (number < 0) return "-" + canonical_number(-number);
  std::array<char, 32> buffer{};
  const auto written =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  const auto mark = text.find('e');
  std::string digits(text.substr(0, mark));
  std::erase(digits, '.');
  int exponent = 0;
  const auto* first = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
  std::from_chars(first, text.data() + text.size(), exponent);
  if (exponent >= -6 && exponent < 21) return plain_number(digits, exponent + 1);
  if (digits.size() > 1) digits.insert(1, ".");
  return digits + "e" + (exponent < 0 ? "-" : "+") + std::to_string(exponent < 0 ? -exponent : exponent);
}

Canonical canonical_json(std::string_view json) {
  if (json.size() > longest_json) return {{}, "it is longer than " + std::to_string(longest_json >> 20U) + " MiB"};
  Guard guard;
  if (!Json::sax_parse(json, &guard)) return {{}, guard.error};
  Writer writer;
  writer.write(Json::parse(json));
  return {std::move(writer.text), {}};
}

}  // namespace inforce::render_json
