package de.kimhub.linkage;

import java.util.Set;
import org.springframework.dao.PessimisticLockingFailureException;

/** A lock that became known late is somebody else's: the transaction begins anew. Passes, as a deadlock does. */
public class LockTakenException extends PessimisticLockingFailureException {

    private static final long serialVersionUID = 1;

    private final transient Set<LockOrder.Lock> needed;

    LockTakenException(Set<LockOrder.Lock> needed) {
        super("A lock that is needed besides others is taken");
        this.needed = needed;
    }

    Set<LockOrder.Lock> needed() {
        return needed;
    }
}
