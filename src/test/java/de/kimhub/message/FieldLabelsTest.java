package de.kimhub.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldLabelsTest {

    @Test
    void every_field_has_a_german_label_of_its_own() {
        assertThat(CanonicalSchema.fields()).allSatisfy(field ->
                assertThat(FieldLabels.of(field.path())).as(field.path()).isNotBlank().isNotEqualTo(field.path()));
        assertThat(CanonicalSchema.fields().stream().map(field -> FieldLabels.of(field.path()))).doesNotHaveDuplicates();
    }
}
