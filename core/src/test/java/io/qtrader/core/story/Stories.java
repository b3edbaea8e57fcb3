package io.qtrader.core.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The stories that there are: they lie beside these classes, in a directory or in a jar. */
public final class Stories {
    private static final String FOLDER = "stories";
    private static final String ENDING = ".story";

    private Stories() {}

    /** All of them, by name of their files. */
    public static List<Story> all() {
        try {
            Path place = Path.of(
                    Stories.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return in(place.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return in(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The story of a file's name. */
    public static Story named(String file) {
        return all().stream().filter(s -> s.file().equals(file)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no story " + file));
    }

    /** Where a story is written, for tools that lead there from a test. */
    public static URI source(Story story) {
        return URI.create("classpath:/" + FOLDER + "/" + story.file());
    }

    private static List<Story> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Story> stories = files.filter(f -> f.toString().endsWith(ENDING)).sorted()
                    .map(Stories::read).toList();
            if (stories.isEmpty()) {
                throw new IllegalStateException("no stories in " + folder);
            }
            return stories;
        }
    }

    private static Story read(Path file) {
        try {
            return Story.read(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
