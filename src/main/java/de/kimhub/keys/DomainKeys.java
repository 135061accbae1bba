package de.kimhub.keys;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys of the pseudonym domains, one key set for each domain and epoch, in a file of its own and bound to both: put
 * into another's place it does not open. Thread-safe.
 */
public final class DomainKeys {

    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Path folder;
    private final KeyEncryption encryption;
    private final ConcurrentMap<String, DomainKey> open = new ConcurrentHashMap<>();

    DomainKeys(Path folder, KeyEncryption encryption) {
        this.folder = folder;
        this.encryption = encryption;
    }

    public enum Kind {
        /** What it makes of an input cannot be turned back. */
        ONE_WAY,
        /** Whoever has the key turns it back. */
        TWO_WAY
    }

    /** @throws KeyFailure when there is one already */
    public DomainKey create(String domain, int epoch, Kind kind) {
        try {
            DeterministicAeadConfig.register();
            PrfConfig.register();
            if (!sets(domain).make(name(epoch), parameters(kind), boundTo(domain, epoch))) {
                throw new KeyFailure(KeyProblem.KEY_EXISTS, domain + ", epoch " + epoch);
            }
            return open(domain, epoch);
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFailure(KeyProblem.NO_DOMAIN_KEY, domain + ", epoch " + epoch, e);
        }
    }

    public boolean has(String domain, int epoch) {
        return new KeyFiles(folder(domain)).has(name(epoch));
    }

    /** @throws KeyFailure when it is not here, or belongs to another domain or epoch */
    public DomainKey open(String domain, int epoch) {
        return open.computeIfAbsent(boundTo(domain, epoch), key -> read(domain, epoch));
    }

    /**
     * For good. Copies in backups must be destroyed there; another process that has used it keeps it in memory to its end.
     *
     * @return whether it was here
     */
    public boolean destroy(String domain, int epoch) {
        try {
            open.remove(boundTo(domain, epoch));
            return new KeyFiles(folder(domain)).destroy(name(epoch));
        } catch (IOException e) {
            throw new KeyFailure(KeyProblem.NO_DOMAIN_KEY, domain + ", epoch " + epoch, e);
        }
    }

    /** @return how many there are */
    int openAll() throws IOException, GeneralSecurityException {
        DeterministicAeadConfig.register();
        PrfConfig.register();
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder, 2)) {
            all = files.filter(file -> file.getFileName().toString().matches("[0-9]+\\.json")).toList();
        }
        for (Path file : all) {
            String domain = file.getParent().getFileName().toString();
            String name = file.getFileName().toString();
            sets(domain).read(name, boundTo(domain, Integer.parseInt(name.replace(".json", ""))));
        }
        return all.size();
    }

    private DomainKey read(String domain, int epoch) {
        try {
            DeterministicAeadConfig.register();
            PrfConfig.register();
            String boundTo = boundTo(domain, epoch);
            KeysetHandle keys = sets(domain).read(name(epoch), boundTo);
            return keys.getPrimary().getKey().getParameters() instanceof AesSivParameters
                    ? new TwoWayKey(keys.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class), boundTo)
                    : new OneWayKey(keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class), boundTo);
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFailure(KeyProblem.NO_DOMAIN_KEY, domain + ", epoch " + epoch, e);
        }
    }

    private static Parameters parameters(Kind kind) throws GeneralSecurityException {
        return switch (kind) {
            case ONE_WAY -> PredefinedPrfParameters.HMAC_SHA256_PRF;
            case TWO_WAY -> AesSivParameters.builder().setKeySizeBytes(64)
                    .setVariant(AesSivParameters.Variant.NO_PREFIX).build();
        };
    }

    private WrappedKeySets sets(String domain) {
        return new WrappedKeySets(new KeyFiles(folder(domain)), encryption);
    }

    private Path folder(String domain) {
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("a domain's name has lower-case letters, digits and hyphens only");
        }
        return folder.resolve(domain);
    }

    private static String name(int epoch) {
        return epoch + ".json";
    }

    private static String boundTo(String domain, int epoch) {
        return "pseudonym\u0000" + domain + "\u0000" + epoch;
    }
}
