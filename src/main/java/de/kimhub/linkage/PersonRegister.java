package de.kimhub.linkage;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The persons, as sets of files, and how they come about. All methods run in the caller's transaction; those that change
 * something take the lock buckets that they need, sorted, in one go.
 */
public interface PersonRegister {

    /**
     * Takes, sorted and in one go, the lock buckets of a batch: of these file numbers, and of all blocking keys of these
     * personas. What the other methods need besides they take themselves.
     */
    void lock(Collection<byte[]> caseDigests, Collection<Persona> personas);

    /**
     * What {@link #open} would find of these, one answer each, in their order; keeps nothing. A doubt is only one about a
     * candidate, or a file of the same source.
     */
    List<LinkageDecision> ask(List<Persona> personas, Candidates candidates);

    /**
     * Opens files and links each to the person whose it surely is; those of whom nobody is known get a person of their
     * own. Files of one batch are compared with each other as well.
     */
    Linked open(List<NewFile> files, Candidates candidates);

    /**
     * Adds what a source now writes of a person to the files that it has, lets count no longer what it said by mistake, and
     * links anew what that changes.
     */
    Linked observe(List<Observation> observations, Candidates candidates);

    /** Looks anew for links of files that are there: their consent, or their candidates', came since. */
    Linked reconsider(Collection<Long> files, Candidates candidates);

    /** @throws IllegalArgumentException when the files are not there, or the decision contradicts others that stand */
    Linked decide(Decision decision, Candidates candidates);

    /** Takes files out of a person into one of their own; each pair of the parts counts as decided to be different. */
    Linked split(long person, Set<Long> files, String reason, String actor);

    /**
     * Deletes files that may no longer be kept, and all that is known of their people; nobody is asked about them any more.
     * That one is somebody else's than a file that stays is remembered without either number.
     */
    void forget(Collection<Long> files);

    /** Takes back what a link event did. Only the last one that concerns its files can be undone. */
    Linked undo(long linkEvent, String actor);

    /**
     * A file that is new to the hub.
     *
     * @param certainPerson whose it is without any comparison, because their consent names it; or {@code null}
     */
    record NewFile(long id, String caseNumber, Persona persona, Long certainPerson) {
    }

    /**
     * What a source now writes of the person in a file.
     *
     * @param persona  {@code null} when only what was said before is in question
     * @param said     digests of all that the file's records say now; {@code null} when that is not known of each
     * @param former   what some of these records said before: where none of them says it any more it may have been a mistake
     * @param late     it is not how the source writes now
     */
    record Observation(long file, Persona persona, Set<ByteBuffer> said, Former former, boolean late) {

        public Observation(long file, Persona persona) {
            this(file, persona, null, Former.NOTHING, false);
        }
    }

    /**
     * Digests of what records said that say something else now. What was unsaid earlier is not judged again: that people
     * change one thing after the other makes nobody somebody else.
     *
     * @param changed   nobody says why: it was a mistake if it can only be somebody else
     * @param corrected the source says that it corrects itself: it was a mistake where a life changes nothing of the kind
     */
    record Former(Set<ByteBuffer> changed, Set<ByteBuffer> corrected) {

        public static final Former NOTHING = new Former(Set.of(), Set.of());
    }

    /** What a person said of two files. */
    record Decision(long left, long right, boolean same, String reason, String actor) {
    }

    /**
     * What came of it.
     *
     * @param moves   files that belong to another person now; opened files are not among them
     * @param reviews pairs of files that wait for a person now
     * @param event   number of the link event, or 0 when nothing was linked
     */
    record Linked(List<Move> moves, List<Doubt> reviews, long event) {

        public static final Linked NOTHING = new Linked(List.of(), List.of(), 0);
    }

    record Move(long file, long from, long to) {
    }

    /** Two files that may be one person's. */
    record Doubt(long left, long right) {
    }
}
