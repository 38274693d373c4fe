// Countries by their codes, and the code that other spellings mean.
#include "engine/model/countries.h"

#include <algorithm>

#include "tests/support/catch.h"

namespace inforce::model {

TEST_CASE("model countries: the table is sorted, and its codes are two capital letters") {
  const auto all = countries();
  CHECK(all.size() > 270);
  CHECK(std::is_sorted(all.begin(), all.end(), [](const Country& a, const Country& b) {
    return std::pair(a.code, a.withdrawn) < std::pair(b.code, b.withdrawn);
  }));
  for (const Country& country : all) {
    INFO(country.code);
    CHECK(country.code.size() == 2);
    CHECK(is_country(country.code));
    CHECK_FALSE(country.name.empty());
    CHECK_FALSE(name_of(country.code).empty());
  }
}

TEST_CASE("model countries: a code is a country or it is not") {
  for (const char* code : {"CN", "HK", "MO", "TW", "NO", "US", "GB", "AX"}) CHECK(is_country(code));
  for (const char* code : {"", "C", "cn", "CHN", "XK", "UK", "EU", "UN", "ZZ", "CN "}) {
    INFO(code);
    CHECK_FALSE(is_country(code));
  }
}

TEST_CASE("model countries: withdrawn codes stay, and a code given anew means the country that has it") {
  for (const char* code : {"SU", "YU", "DD", "ZR", "AN"}) CHECK(is_country(code));
  CHECK(name_of("SK") == "Slovakia");
  CHECK(name_of("AI") == "Anguilla");
}

TEST_CASE("model countries: names are those in use") {
  CHECK(name_of("CN") == "China");
  CHECK(name_of("KR") == "South Korea");
  CHECK(name_of("XK").empty());
}

TEST_CASE("model countries: other spellings have a code") {
  for (const auto& [text, code] :
       {std::pair("cn", "CN"), std::pair("Gb", "GB"), std::pair("CHN", "CN"), std::pair("usa", "US"),
        std::pair("China", "CN"), std::pair("china", "CN"), std::pair("UK", "GB"), std::pair("UAE", "AE"),
        std::pair("PRC", "CN"), std::pair("DPRK", "KP"), std::pair("Russia", "RU"), std::pair("Chnia", "CN"),
        std::pair("Hong kong", "HK"), std::pair("South Korea", "KR"), std::pair("Germny", "DE"),
        std::pair("United States of America", "US")}) {
    INFO(text);
    CHECK(code_for(text) == code);
  }
}

TEST_CASE("model countries: what means none, or several, has no code") {
  for (const char* text : {"", "XK", "EU", "ZZZ", "Korea", "United", "Atlantis", "H20", "huawei"}) {
    INFO(text);
    CHECK(code_for(text).empty());
  }
  CHECK(code_for(std::string(5000, 'x')).empty());
}

}  // namespace inforce::model
