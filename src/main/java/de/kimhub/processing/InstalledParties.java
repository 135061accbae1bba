package de.kimhub.processing;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.InstanceDirectory;
import de.kimhub.intake.Definitions;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.sharing.Party;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The instances for whom there is work, those that are leaving included, as those who give and those who get. */
@Component
class InstalledParties implements InstanceDirectory {

    private final CurrentInstallation installation;
    private final InstanceNumbers numbers;
    private final Definitions definitions;

    InstalledParties(CurrentInstallation installation, InstanceNumbers numbers, Definitions definitions) {
        this.installation = installation;
        this.numbers = numbers;
        this.definitions = definitions;
    }

    static Party party(Instance instance) {
        return new Party(instance.id(), instance.authority());
    }

    @Override
    public int numberOf(String instanceId) {
        return numbers.of(instanceId);
    }

    @Override
    public Optional<Instance> byNumber(int number) {
        return installation.now().working().stream().filter(instance -> numbers.of(instance.id()) == number).findFirst();
    }

    @Override
    public Optional<Instance> asConfigured(int number) {
        Installation moment = installation.now();
        return moment.working().stream().filter(instance -> numbers.of(instance.id()) == number).findFirst()
                .map(instance -> moment.instance(instance.id()).orElse(instance));
    }

    @Override
    public boolean testIsOver(Instance instance) {
        return instance.inTest() && installation.now().instance(instance.id()).isEmpty();
    }

    @Override
    public Instance asOf(String definition, Instance source) {
        return source.with(definitions.ofVersion(definition, source.connector()));
    }

    Optional<Instance> find(String instanceId) {
        return installation.now().working(instanceId);
    }

    Collection<Instance> all() {
        return installation.now().working();
    }
}
