package de.kimhub.linkage.review;

import java.time.Instant;

/**
 * What became of two files at one moment. Nothing about a person, and of who decided the role alone.
 *
 * @param number of the link event
 * @param undoes number of the one that it takes back; 0: none
 * @param model  version of the parameters at that time
 */
public record PairEvent(long number, Instant at, What what, By by, long undoes, String model) {

    /** As {@code identity.link_event.kind} names them. */
    public enum What {
        LINKED("verbunden, als eine Akte neu war"),
        UNITED("verbunden"),
        PARTED("getrennt, weil Angaben sich widersprechen"),
        SPLIT("getrennt"),
        DECIDED_SAME("dieselbe Person, laut Entscheidung"),
        DECIDED_DIFFERENT("verschiedene Personen, laut Entscheidung"),
        UNDONE("zurückgenommen"),
        DOUBT_ENDED("nicht mehr zu prüfen: kaum dieselbe Person"),
        FORGOTTEN("nicht mehr zu prüfen: eine der Akten musste gelöscht werden");

        private final String germanText;

        What(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }
    }

    /** Who brought it about. */
    public enum By {
        HUB("der Hub von selbst"),
        SHOWN_NUMBER("ein gezeigtes Aktenzeichen"),
        REVIEWER("Prüfende");

        private final String germanText;

        By(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }
    }
}
