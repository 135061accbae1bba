package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.review.PairEvent;
import org.junit.jupiter.api.Test;

class LinkEventWordsTest {

    @Test
    void everyKindOfLinkEventHasItsWords() {
        for (LinkEvents.Kind kind : LinkEvents.Kind.values()) {
            assertThat(PairEvent.What.valueOf(kind.name()).germanText()).isNotBlank();
        }
    }
}
