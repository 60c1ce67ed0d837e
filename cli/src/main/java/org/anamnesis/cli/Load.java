package org.anamnesis.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.LoadRequest;
import org.anamnesis.converse.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads OMOP tables into a database. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Load the OMOP tables of a folder into a database: all of them or none. The password is taken from PGPASSWORD or PGPASSFILE.")
final class Load extends JsonCommand {
    @Parameters(paramLabel = "DIR", description = "folder that generate made, or its omop")
    private Path folder;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TARGET",
            description = "postgresql://USER@HOST:PORT/DATABASE, or a FILE.duckdb to make")
    private String to;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "of PostgreSQL to make the tables in; made if it is not there")
    private String schema;

    Load(Anamnesis facade, Voice voice) {
        super(facade, voice);
    }

    @Override
    public int run() {
        var request = new LoadRequest(folder, to, Optional.ofNullable(schema), System.getenv());
        Loaded done = facade.load(request, voice.progress());
        voice.say(() -> JsonForm.of(done), () -> speak(done));
        return Main.DONE;
    }

    private void speak(Loaded done) {
        long all = done.rows().values().stream().mapToLong(n -> n).sum();
        voice.line(
                String.format(
                        Locale.ROOT,
                        "%s: %,d rows in %d tables, %.1f s.",
                        done.into(),
                        all,
                        done.rows().size(),
                        done.seconds()));
        done.rows().forEach((t, n) -> voice.line(String.format(Locale.ROOT, "%,12d  %s", n, t)));
        voice.list("About the tables", done.notes());
    }
}
