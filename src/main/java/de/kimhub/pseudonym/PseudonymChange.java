package de.kimhub.pseudonym;

/**
 * What a domain's recipient is to be told of a pseudonym that it may hold.
 *
 * @param id  in the order in which it happened
 * @param old merged: the one that stands for nobody any more; split: the one that wrongly stood for both
 * @param now merged: the one that stays; split: that of the part that was taken out
 */
public record PseudonymChange(long id, String domain, Kind kind, Pseudonym old, Pseudonym now) {

    public enum Kind {
        MERGED, SPLIT
    }
}
