package de.kimhub.keys;

import de.kimhub.message.Base32;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** People's passwords: kept as Argon2id hashes only. Thread-safe. */
public final class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    /** Each takes memory and time: a flood of attempts must not take all of both. */
    private static final int AT_ONCE = 2;
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIBIBYTES,
            PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private volatile String nobodys;

    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            places.release();
        }
    }

    public boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash);
        } finally {
            places.release();
        }
    }

    /** A hash that takes as long as any to compare with, of a password that nobody knows. */
    public String nobodys() {
        if (nobodys == null) {
            nobodys = hash(generate());
        }
        return nobodys;
    }

    /** One of 80 bits that can be read aloud, e.g. {@code 7K2M-Q0XR-9ACD-3WTZ}. */
    public String generate() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            for (int i = 0; i < GROUP; i++) {
                password.append(Base32.character(random.nextInt(Base32.SIZE)));
            }
        }
        return password.toString();
    }
}
