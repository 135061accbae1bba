package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.delivery.DeliveryIds.DeliveryId;
import de.kimhub.keys.KeyFolder;
import de.kimhub.message.CanonicalSchema;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryIdsTest {

    @TempDir
    Path folder;

    private DeliveryIds ids;

    @BeforeEach
    void open() throws IOException {
        ids = new DeliveryIds(new KeyFolder(folder.resolve("a")).open());
    }

    @Test
    void anIdTellsEventAndRecipientAndIsTheSameEachTime() {
        assertThat(ids.parse(ids.of(47110815, 12))).contains(new DeliveryId(47110815, 12));
        assertThat(ids.of(47110815, 12)).isEqualTo(ids.of(47110815, 12));
        assertThat(ids.parse(ids.of(Long.MAX_VALUE, Short.MAX_VALUE)))
                .contains(new DeliveryId(Long.MAX_VALUE, Short.MAX_VALUE));
    }

    @Test
    void isRecognisedWithSpacesAndInSmallLetters() {
        assertThat(ids.parse("  " + ids.of(815, 3).toLowerCase() + " ")).contains(new DeliveryId(815, 3));
    }

    @Test
    void fitsTheFieldInWhichToolsGiveItBack() {
        assertThat(ids.of(Long.MAX_VALUE, Short.MAX_VALUE).length())
                .isLessThanOrEqualTo(CanonicalSchema.field("source.deliveryId").maxLength());
    }

    @Test
    void whatAToolMakesUpIsNoDeliveryId() throws IOException {
        String id = ids.of(815, 3);
        String otherEvent = ids.of(816, 3);
        String forged = otherEvent.substring(0, otherEvent.lastIndexOf('-')) + id.substring(id.lastIndexOf('-'));

        assertThat(ids.parse(forged)).isEmpty();
        assertThat(ids.parse(null)).isEmpty();
        assertThat(ids.parse("")).isEmpty();
        assertThat(ids.parse("K1-1-0")).isEmpty();
        assertThat(ids.parse("KVVVVVVVVVVVVV-1-0123456789")).isEmpty();
        assertThat(new DeliveryIds(new KeyFolder(folder.resolve("b")).open()).parse(id)).isEmpty();
    }
}
