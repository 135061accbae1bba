package de.kimhub.delivery;

import java.text.Normalizer;

/** Our own words in a message: only letters and signs that DIN 91379 datatype C has. */
final class XInneresText {

    private XInneresText() {
    }

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[„“”«»]", "\"").replaceAll("[–—‑]", "-")
                .replace("…", "...").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
