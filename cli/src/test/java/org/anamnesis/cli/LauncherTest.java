package org.anamnesis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The launcher in a folder of its own, with a {@code mvn}, {@code javac} and {@code java} that
 * write down how they were called; nothing is really built. Most of its time is waiting, so the
 * tests wait together.
 */
@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {
    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "date",
                    "dirname",
                    "find",
                    "flock",
                    "grep",
                    "head",
                    "id",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "pwd",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "sleep",
                    "tail",
                    "touch");

    @TempDir Path temp;
    private Path home;
    private Path bin;
    private Path calls;

    private record Ran(int code, String out, String err) {}

    @BeforeEach
    void aFreshClone() throws IOException {
        Path launcher = Path.of("..", "anamnesis");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/flock")) && Files.exists(launcher),
                "the launcher is tried on Linux, in a checkout");
        home = Files.createDirectories(temp.resolve("a clone"));
        bin = Files.createDirectories(temp.resolve("bin"));
        calls = temp.resolve("calls");
        Files.copy(launcher, home.resolve("anamnesis"));
        executable(home.resolve("anamnesis"));
        Files.createDirectories(home.resolve("cli/src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("cli/pom.xml"), "<project/>");
        Files.writeString(home.resolve("cli/src/main/A.java"), "class A {}");
        for (String tool : TOOLS) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                Path real = Path.of(folder, tool);
                if (Files.exists(real) && !Files.exists(bin.resolve(tool))) {
                    script(tool, "exec %s \"$@\"".formatted(real));
                }
            }
        }
        script("javac", "echo 'javac 17.0.1'");
        script("java", "printf 'java in %s:' \"$(pwd)\"; printf ' <%s>' \"$@\"; echo");
        maven("exit 0");
    }

    /** A Maven that leaves the jars a moment later and ends as said. */
    private void maven(String end) throws IOException {
        script(
                "mvn",
                """
                echo "mvn $*" >> '%s'
                echo '[INFO] Building Anamnesis core 0.1.0     [2/4]'
                sleep 1
                mkdir -p cli/target/quick/lib
                echo jar > cli/target/quick/anamnesis-cli-1.jar
                echo jar > cli/target/quick/lib/core.jar
                %s"""
                        .formatted(calls, end));
    }

    private void script(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String name, Path launcher, String... args) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).directory(temp.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.redirectOutput(temp.resolve(name + ".out").toFile());
        builder.redirectError(temp.resolve(name + ".err").toFile());
        return builder.start();
    }

    private Ran end(String name, Process process) throws Exception {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher hangs");
        return new Ran(
                process.exitValue(),
                Files.readString(temp.resolve(name + ".out"), UTF_8),
                Files.readString(temp.resolve(name + ".err"), UTF_8));
    }

    private Ran run(String... args) throws Exception {
        return end("run", start("run", home.resolve("anamnesis"), args));
    }

    private long builds() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
    }

    @Test
    void theFirstStartBuildsAndSaysSoAndTheNextStartsAtOnce() throws Exception {
        Ran first = run("generate", "20 patients", "--out", "a b");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.err().contains("building"), first.err());
        assertTrue(first.err().contains("Anamnesis core 0.1.0 (2 of 4)"), first.err());
        assertEquals(1, first.out().lines().count(), first.out());
        Ran second = run("generate", "20 patients", "--out", "a b");
        assertEquals("", second.err());
        assertEquals(1, builds());
        assertTrue(second.out().startsWith("java in " + temp.toRealPath() + ":"), second.out());
        assertTrue(
                second.out()
                        .endsWith(
                                "<org.anamnesis.cli.Main> <generate> <20 patients> <--out> <a b>\n"),
                second.out());
        Path real = home.toRealPath().resolve("cli/target/quick");
        assertTrue(
                second.out()
                        .contains("<" + real + "/anamnesis-cli-1.jar:" + real + "/lib/core.jar>"),
                second.out());
    }

    /**
     * What verify would find in its own folder, it would take for checked and not compile again.
     */
    @Test
    void theBuildLeavesTheFoldersOfVerifyAlone() throws Exception {
        Files.createDirectories(home.resolve("cli/target"));
        Path checked = Files.writeString(home.resolve("cli/target/anamnesis-cli-1.jar"), "checked");
        Ran ran = run("ask");
        assertEquals("checked", Files.readString(checked));
        assertTrue(Files.readString(calls).contains(" -Dquick "), Files.readString(calls));
        assertFalse(ran.out().contains("cli/target/anamnesis"), ran.out());
    }

    @Test
    void theProgramIsToldWhetherItWritesIntoAPipe() throws Exception {
        assertTrue(run("ask").out().contains("<-Danamnesis.piped=false>"));
        var builder = new ProcessBuilder("/bin/sh", home.resolve("anamnesis").toString(), "ask");
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(out.contains("<-Danamnesis.piped=true>"), out);
    }

    /** Its libraries are large: they are fetched for the command that needs them, and only once. */
    @Test
    void aModuleOfOneCommandIsBuiltWhenThatIsFirstAsked() throws Exception {
        maven(
                """
                case "$*" in *'-pl database '*)
                  mkdir -p database/target/quick/lib
                  echo jar > database/target/quick/anamnesis-database-1.jar
                  echo jar > database/target/quick/lib/driver.jar ;;
                esac""");
        Path quick = home.toRealPath().resolve("database/target/quick");
        String added =
                "lib/core.jar:%s/anamnesis-database-1.jar:%s/lib/driver.jar>"
                        .formatted(quick, quick);
        assertFalse(run("ask").out().contains("driver.jar"));
        assertFalse(run("load", "--help").out().contains("driver.jar"));
        assertEquals(1, builds());
        Ran first = run("load", "made", "--to", "cdm.duckdb");
        assertTrue(first.err().contains("needs the module database"), first.err());
        assertTrue(first.out().contains(added), first.out());
        assertEquals(2, builds());
        assertFalse(run("ask").out().contains("driver.jar"));
        assertTrue(run("load", "made").out().contains(added));
        assertEquals(2, builds());

        Path source = home.resolve("cli/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(run("load", "made").out().contains(added));
        assertEquals(4, builds());
    }

    /** FHIR needs one large module, OMOP another; what is not in the folder is not fetched. */
    @Test
    void aFolderIsCheckedByTheModulesOfItsRecords() throws Exception {
        maven(
                """
                for m in database format-fhir; do case "$*" in *"-pl $m "*)
                  mkdir -p $m/target/quick/lib
                  echo jar > $m/target/quick/anamnesis-$m-1.jar
                  echo jar > $m/target/quick/lib/of-$m.jar ;;
                esac; done""");
        Path made = Files.createDirectories(temp.resolve("made it"));
        assertFalse(run("validate", made.toString()).out().contains("of-"));
        assertEquals(1, builds());
        Files.writeString(made.resolve("manifest.json"), "{\"version\": 1}");
        Files.writeString(made.resolve("person.csv"), "person_id");
        String omop = run("validate", made.toString()).out();
        assertTrue(omop.contains("of-database.jar") && !omop.contains("of-format-fhir"), omop);
        assertEquals(2, builds());
        Files.writeString(made.resolve("a.json"), "{\"resourceType\": \"Patient\"}");
        String both = run("validate", made.toString(), "--json").out();
        assertTrue(both.contains("of-database.jar") && both.contains("of-format-fhir"), both);
        assertEquals(3, builds());
        Files.delete(made.resolve("a.json"));
        Files.delete(made.resolve("person.csv"));
        Files.createDirectory(made.resolve("bundles"));
        Files.writeString(made.resolve("bundles/0-care.json"), "{}");
        String fhir = run("validate", made.toString()).out();
        assertTrue(!fhir.contains("of-database.jar") && fhir.contains("of-format-fhir"), fhir);
        assertEquals(3, builds());
    }

    @Test
    void byALinkAndALinkToALink() throws Exception {
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("a clone/anamnesis"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), link.toAbsolutePath());
        assertEquals(0, end("link", start("link", second, "ask")).code());
        assertTrue(Files.exists(home.resolve("cli/target/quick/built")));
    }

    @Test
    void aNewerSourceIsBuiltAnOlderOneIsNot() throws Exception {
        run("ask");
        Path source = home.resolve("cli/src/main/A.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        run("ask");
        assertEquals(2, builds());
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        run("ask");
        assertEquals(2, builds());
    }

    @Test
    void whatChangesDuringABuildIsBuiltNextTime() throws Exception {
        maven("echo 'class B {}' > cli/src/main/A.java");
        run("ask");
        maven("exit 0");
        run("ask");
        run("ask");
        assertEquals(2, builds());
    }

    @Test
    void whatIsMissingIsNamedWithTheLineThatInstallsIt() throws Exception {
        Files.delete(bin.resolve("mvn"));
        for (String missing : List.of("Maven", "JDK")) {
            Ran ran = run("ask");
            assertEquals(3, ran.code());
            assertEquals("", ran.out());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertTrue(ran.err().contains(missing), ran.err());
            assertTrue(
                    ran.err().contains("apt-get install -y openjdk-17-jdk-headless maven"),
                    ran.err());
            Files.deleteIfExists(bin.resolve("javac"));
        }
        script("javac", "echo 'javac 11.0.2'");
        Ran old = run("ask");
        assertEquals(3, old.code());
        assertTrue(old.err().contains("is 11"), old.err());
    }

    @Test
    void aBuildThatFailsSaysWhyAndIsTriedAgain() throws Exception {
        maven("echo '[ERROR] A.java:[1,1] odd'; exit 1");
        Ran ran = run("ask");
        assertEquals(3, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("A.java:[1,1] odd"), ran.err());
        maven("exit 0");
        assertEquals(0, run("ask").code());
    }

    @Test
    void twoFirstStartsBuildOnce() throws Exception {
        Process a = start("a", home.resolve("anamnesis"), "ask");
        Process b = start("b", home.resolve("anamnesis"), "ask");
        Ran first = end("a", a);
        Ran second = end("b", b);
        assertEquals(0, first.code(), first.err());
        assertEquals(0, second.code(), second.err());
        assertEquals(1, builds());
        assertTrue((first.err() + second.err()).contains("waiting for it"));
    }

    @Test
    void aKilledBuildHindersNobody() throws Exception {
        Process killed = start("killed", home.resolve("anamnesis"), "ask");
        while (builds() == 0) {
            Thread.sleep(20);
        }
        killed.destroyForcibly().waitFor();
        assertFalse(Files.exists(home.resolve("cli/target/quick/built")));
        assertEquals(0, run("ask").code());
        assertEquals(2, builds());
    }

    @Test
    void theJavaOfTheUserAndHerOptionsWin() throws Exception {
        run("ask");
        Files.createDirectories(temp.resolve("jdk/bin"));
        Path own = temp.resolve("jdk/bin/java");
        Files.writeString(own, "#!/bin/sh\nfor a; do echo \"$a\"; done\n");
        executable(own);
        var builder =
                new ProcessBuilder("/bin/sh", home.resolve("anamnesis").toString(), "ask")
                        .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("JAVA_HOME", temp.resolve("jdk").toString());
        builder.environment().put("ANAMNESIS_JAVA_OPTS", "-Xmx2g -Da=b");
        Process process = builder.start();
        List<String> args =
                new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertEquals(0, process.waitFor());
        assertTrue(args.indexOf("-Xmx512m") < args.indexOf("-Xmx2g"), args.toString());
        assertTrue(args.indexOf("-Xmx512m") >= 0 && args.contains("-Da=b"), args.toString());
    }
}
