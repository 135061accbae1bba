package de.kimhub.steering.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {

    /** "Finer, by quarter and time, too much would be hidden, so here it is by quarter and time." */
    @Test
    void the_forms_of_a_table_are_told_apart_by_their_words() {
        assertThat(Catalogue.tables()).isNotEmpty().allSatisfy(table ->
                assertThat(table.forms().stream().map(Form::words)).as(table.id()).doesNotHaveDuplicates());
    }
}
