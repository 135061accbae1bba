package de.kimhub.operations.account;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.message.TestOperation;
import de.kimhub.keys.Passwords;
import de.kimhub.privacy.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes and changes accounts. What it refuses it says by {@link AccountRefused}. */
@Component
public class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.@_-]{2,63}");
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final AccountTable table;
    private final CurrentInstallation installation;
    private final AuditLog audit;
    private final Passwords passwords;

    Accounts(AccountTable table, CurrentInstallation installation, AuditLog audit, Passwords passwords) {
        this.table = table;
        this.installation = installation;
        this.audit = audit;
        this.passwords = passwords;
    }

    /**
     * @param instance empty: an administrator's, or the steering group's
     * @return the first password, which has to be changed; it is kept nowhere
     */
    public String add(String name, Optional<String> instance, Set<Role> roles) {
        require(NAME.matcher(name).matches(), AccountProblem.NAME);
        require(instance.isEmpty() || isThere(instance.get()), AccountProblem.NO_INSTANCE);
        require(!roles.isEmpty() && (instance.isPresent() ? Role.OF_AN_INSTANCE.containsAll(roles)
                : roles.equals(Set.of(Role.VERWALTUNG)) || Role.OF_THE_STEERING_GROUP.containsAll(roles)), AccountProblem.WRONG_ROLE);
        String password = passwords.generate();
        require(table.insert(name, instance, roles, passwords.hash(password)), AccountProblem.TAKEN);
        note("account-added", name);
        return password;
    }

    /** By the name of its file: the account stays when the instance goes from test to live. */
    private boolean isThere(String instance) {
        return Stream.of(instance, TestOperation.idOf(instance)).anyMatch(id -> installation.now().instance(id).isPresent());
    }

    public List<Account> all() {
        return table.all();
    }

    public Optional<Account> find(long id) {
        return table.find(id);
    }

    /** Also ends its sessions. */
    public void lock(String name) {
        table.lock(named(name).id(), true);
        note("account-locked", name);
    }

    /** Also ends the waiting after wrong attempts. */
    public void unlock(String name) {
        table.lock(named(name).id(), false);
        note("account-unlocked", name);
    }

    /** Also ends its sessions. */
    public void remove(String name) {
        note("account-removed", name);
        table.remove(name);
    }

    /** @return the new password, which has to be changed */
    public String reset(String name) {
        Account account = named(name);
        String password = passwords.generate();
        table.password(account.id(), passwords.hash(password), true);
        note("password-reset", name);
        return password;
    }

    /** By its owner. Ends all other sessions; a wrong present password counts as a wrong attempt to sign in. */
    public SignedIn changePassword(SignedIn who, String present, String next, String again) {
        require(next.equals(again), AccountProblem.DIFFERING);
        require(next.length() >= SHORTEST && next.length() <= LONGEST && !next.equals(present)
                && !next.toLowerCase(java.util.Locale.ROOT).contains(who.name()), AccountProblem.WEAK_PASSWORD);
        require(table.claimAttempt(who.name()).isPresent()
                && passwords.matches(present, table.hash(who.name()).orElseGet(passwords::nobodys)), AccountProblem.WRONG_PASSWORD);
        int version = table.password(who.account(), passwords.hash(next), false);
        audit.add(who.name(), "password-changed", "account " + who.account(), 1, null);
        return new SignedIn(who.account(), who.name(), who.instance(), who.roles(), version);
    }

    private Account named(String name) {
        return table.find(name).orElseThrow(() -> new AccountRefused(AccountProblem.UNKNOWN));
    }

    private void note(String action, String name) {
        audit.add("administrator", action, "account " + named(name).id(), 1, null);
    }

    private static void require(boolean holds, AccountProblem otherwise) {
        if (!holds) {
            throw new AccountRefused(otherwise);
        }
    }
}
