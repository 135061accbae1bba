package de.kimhub.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldValuesTest {

    private static final FieldValues VALUES = FieldValues.builder()
            .set("person.names.official.family", "Şahin-Müstermann")
            .setAll("person.names.alias.family", List.of("Schahin", ""))
            .setAll("person.names.alias.given", List.of("", "Probe"))
            .set("event.occurredOn", "2026-03-01")
            .build();

    @Test
    void what_is_encoded_comes_back_equal() {
        assertThat(FieldValues.decode(VALUES.encode())).isEqualTo(VALUES);
    }

    @Test
    void only_what_is_named_is_kept() {
        FieldValues kept = VALUES.only(Set.of(CanonicalSchema.field("event.occurredOn")));
        assertThat(kept.first("event.occurredOn")).isEqualTo("2026-03-01");
        assertThat(kept.has(CanonicalSchema.field("person.names.official.family"))).isFalse();
    }

    @Test
    void aligned_lists_give_a_name_each() {
        assertThat(PersonName.of(VALUES)).containsExactly(
                new PersonName(NameType.OFFICIAL, "Şahin-Müstermann", null, null),
                new PersonName(NameType.ALIAS, "Schahin", null, null),
                new PersonName(NameType.ALIAS, null, "Probe", null));
    }

    @Test
    void its_text_form_shows_no_value() {
        assertThat(VALUES.toString()).doesNotContain("ahin").contains("person.names.official.family");
    }
}
