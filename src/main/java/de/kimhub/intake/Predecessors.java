package de.kimhub.intake;

/**
 * What a record's source said before it that has to do with it.
 *
 * @param own      state of the record's own key; of a record that was only named by its correction it is a mere mark
 * @param compared what the record is compared with: what stands in its own place, or in that of the record that it
 *                 corrects
 * @param ended    stands in the place of the record that it corrects, and is not compared: its events are taken back
 * @param named    state of the record that it corrects
 * @param replaces digest of that record's key, also when it is not known
 */
public record Predecessors(RecordState own, RecordState compared, RecordState ended, RecordState named,
                           byte[] replaces) {

    /** The record itself came before, with the same content: it repeats what was said, also where that was corrected. */
    boolean repeatedBy(byte[] content) {
        return own != null && own.seen() && own.sameContent(content);
    }

    /** Another record, that came before it, corrects it. */
    public boolean overtaken() {
        return own != null && !own.seen();
    }

    /** The record's own key was accepted before, and what it said was not corrected by another one. */
    boolean ownStands() {
        return own == null || own.stands();
    }
}
