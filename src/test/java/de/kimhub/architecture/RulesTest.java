package de.kimhub.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the compiler cannot see; each rule says what to do instead. */
@AnalyzeClasses(packages = "de.kimhub", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {

    @ArchTest
    static final ArchRule only_the_runtime_knows_camel = noClasses()
            .that().resideOutsideOfPackages("de.kimhub.runtime..", "de.kimhub.translation")
            .should().dependOnClassesThat().resideInAPackage("org.apache.camel..")
            .because("stages work without routes: offer a method, and call it from routes/ through the runtime");

    @ArchTest
    static final ArchRule translation_uses_camel_csv_as_a_library_only = noClasses()
            .that().resideInAPackage("de.kimhub.translation")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.camel.component..", "org.apache.camel.builder..")
            .because("translation may use CsvDataFormat behind a reader of its own, no routes and no endpoints");

    @ArchTest
    static final ArchRule only_keys_uses_cryptography = noClasses()
            .that().resideOutsideOfPackage("de.kimhub.keys")
            .should().dependOnClassesThat().resideInAnyPackage("javax.crypto..", "com.google.crypto..")
            .because("one place holds keys: ask KeyVault for encryption and keyed digests");

    @ArchTest
    static final ArchRule only_the_runtime_speaks_jms = noClasses()
            .that().resideOutsideOfPackage("de.kimhub.runtime..")
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.jms..", "org.apache.activemq..")
            .because("wake-ups go through the interface WakeUp");

    @ArchTest
    static final ArchRule the_message_module_needs_nothing_but_the_jdk = classes()
            .that().resideInAPackage("de.kimhub.message")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "de.kimhub.message", "org.springframework.modulith")
            .because("the canonical model must be usable everywhere: put what needs a library into the module that needs it");

    @ArchTest
    static final ArchRule problem_codes_are_known_by_their_name = classes()
            .that().areEnums().and().areAssignableTo("de.kimhub.message.ProblemCode")
            .should().haveNameMatching(".*[.$]\\w*Problem\\w*")
            .because("ProblemTexts looks for them by name: give the enum a name with Problem in it");

    @ArchTest
    static final ArchRule the_steering_pages_reach_the_database_in_their_own_role_only = noConstructors()
            .that().areDeclaredInClassesThat().resideInAnyPackage("de.kimhub.steering.board", "de.kimhub.steering.feed", "de.kimhub.steering.cube")
            .and().areDeclaredInClassesThat().areMetaAnnotatedWith("org.springframework.stereotype.Component")
            .should().haveRawParameterTypes(DescribedPredicate.describe("a client of the hub's database", types -> types.stream()
                    .anyMatch(type -> type.getPackageName().startsWith("org.springframework.jdbc") || type.isAssignableTo("javax.sql.DataSource"))))
            .because("their role sees releases only: ask CubeDatabase for a client");

    @ArchTest
    static final ArchRule nobody_uses_the_runtime = noClasses()
            .that().resideOutsideOfPackage("de.kimhub.runtime..")
            .should().dependOnClassesThat().resideInAPackage("de.kimhub.runtime..")
            .because("the runtime wires the others together: define an interface where you need something of it");

    @ArchTest
    static final ArchRule no_field_injection = fields()
            .should().notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("a class says in its constructor what it needs");

    @ArchTest
    static final ArchRule no_mutable_static_state = fields()
            .that().areStatic().and().areNotPrivate()
            .should().beFinal()
            .because("state belongs to an object that somebody owns");

    @ArchTest
    static final ArchRule transactions_are_visible = noClasses()
            .should().dependOnClassesThat().haveFullyQualifiedName(
                    "org.springframework.transaction.annotation.Transactional")
            .because("where a transaction begins and ends decides what a crash leaves: use TransactionTemplate, in sight");

    @ArchTest
    static final ArchRule nothing_is_printed_outside_the_command_line = noClasses()
            .that().resideOutsideOfPackage("de.kimhub.runtime..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .because("only commands talk to the terminal: return what is to be said");

    @ArchTest
    static final ArchRule beans_need_no_public_constructor = methods()
            .that().areAnnotatedWith("org.springframework.context.annotation.Bean")
            .should().notHaveModifier(JavaModifier.PUBLIC)
            .because("Spring finds package-private methods as well, and nobody else should call them");
}
