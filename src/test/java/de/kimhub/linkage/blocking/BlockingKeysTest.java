package de.kimhub.linkage.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.message.FieldValues;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BlockingKeysTest {

    @Test
    void who_errs_in_names_and_house_number_is_found_by_the_street() {
        Set<String> keys = keys("Luca", "Musterthy", "84", "1960-11-01");
        keys.retainAll(keys("Lukrs", "Mutserthi", "50", "1992-09-12"));
        assertThat(keys).isNotEmpty().allMatch(key -> key.startsWith("street "));
    }

    @Test
    void two_ways_to_write_one_part_of_a_name_are_no_two_parts() {
        assertThat(keys("Mina", "Testowski", "1", "1990-05-17")).filteredOn(key -> key.startsWith("name "))
                .isNotEmpty().allMatch(key -> key.substring("name ".length()).contains("m"));
    }

    private static Set<String> keys(String given, String family, String houseNumber, String birth) {
        return BlockingKeys.of(Traits.of(FieldValues.builder().set("person.names.official.given", given)
                        .set("person.names.official.family", family).set("person.birth.date", birth)
                        .set("person.addresses.main.street", "Musterweg").set("person.addresses.main.houseNumber", houseNumber)
                        .set("person.addresses.main.postalCode", "32049").set("person.addresses.main.town", "Musterstadt")
                        .build(), "sonstige")).stream().map(key -> key.pass() + " " + key.value())
                .collect(Collectors.toSet());
    }
}
