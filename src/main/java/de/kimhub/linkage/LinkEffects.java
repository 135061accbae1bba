package de.kimhub.linkage;

import de.kimhub.linkage.PersonRegister.Linked;

/** What the rest of the hub has to do with a person's decision about files. In the decision's transaction. */
public interface LinkEffects {

    /** Among whom the files, and what hangs on them, may be linked. */
    Candidates candidates(long leftFile, long rightFile);

    /** Has all effects of files that moved from person to person. */
    void replay(Linked linked, String actor);
}
