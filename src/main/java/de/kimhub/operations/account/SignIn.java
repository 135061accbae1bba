package de.kimhub.operations.account;

import de.kimhub.keys.Passwords;
import de.kimhub.privacy.AuditLog;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signing in with name and password. Whoever fails learns nothing but that: an unknown name, a wrong password and a blocked
 * account are answered alike and after the same work.
 */
@Component
public class SignIn {

    private static final String NOBODY = "nobody";

    private final AccountTable table;
    private final AuditLog audit;
    private final Passwords passwords;

    SignIn(AccountTable table, AuditLog audit, Passwords passwords) {
        this.table = table;
        this.audit = audit;
        this.passwords = passwords;
    }

    public Optional<Account> attempt(String name, String password) {
        String asStored = name.strip().toLowerCase(Locale.ROOT);
        Optional<Account> account = table.find(asStored);
        Optional<Integer> attempts = table.claimAttempt(asStored);
        boolean right = passwords.matches(password, table.hash(asStored).orElseGet(passwords::nobodys));
        Optional<Account> signedIn = right && attempts.isPresent() ? account.flatMap(one -> table.right(one.id()))
                : Optional.empty();
        note(account, attempts, signedIn.isPresent());
        return signedIn;
    }

    /** What was typed as a name stands nowhere: it may be a password. */
    private void note(Optional<Account> account, Optional<Integer> attempts, boolean signedIn) {
        String actor = account.map(Account::name).orElse(NOBODY);
        String subject = account.map(one -> "account " + one.id()).orElse("no account of this name");
        if (signedIn) {
            audit.add(actor, "signed-in", subject, 1, null);
        } else if (account.isPresent() && attempts.isEmpty()) {
            audit.add(actor, "sign-in-while-blocked", subject, 1, null);
        } else {
            audit.add(actor, "sign-in-failed", subject, 1, null);
            attempts.filter(count -> count >= AccountTable.FREE_ATTEMPTS)
                    .ifPresent(count -> audit.add(actor, "account-blocked", subject + ", attempt " + count, 1, null));
        }
    }

    public void signedOut(SignedIn who) {
        audit.add(who.name(), "signed-out", "account " + who.account(), 1, null);
    }
}
