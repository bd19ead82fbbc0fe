import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Fails if something that ships is older than a list allows: {@code java .ci/ShippedVersions.java
 * LIST FILE...}. A file is a runnable jar, which is read for the {@code pom.properties} of what it
 * was made of, or a CycloneDX bill of materials, which also names what has none.
 */
public final class ShippedVersions {
  private static final Pattern PURL =
      Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/@\"]+)/([^/@\"]+)@([^?\"]+)");

  private record Library(String name, String version) {}

  private record Floor(String prefix, String version, String advisory) {
    boolean concerns(Library library) {
      return library.name().startsWith(prefix);
    }

    boolean refuses(Library library) {
      return concerns(library) && older(library.version(), version);
    }
  }

  private ShippedVersions() {}

  public static void main(String[] arguments) throws IOException {
    List<Floor> floors = floors(Path.of(arguments[0]));
    proveThatItCanFail(floors);
    List<String> faults = new ArrayList<>();
    TreeSet<Library> all =
        new TreeSet<>(Comparator.comparing(Library::name).thenComparing(Library::version));
    for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
      List<Library> libraries = libraries(Path.of(file));
      System.out.println(file + " ships " + libraries.size() + " libraries");
      if (libraries.isEmpty()) {
        faults.add(file + " names no library");
      }
      all.addAll(libraries);
      faults.addAll(faults(file, libraries, floors));
    }
    all.forEach(library -> System.out.println("  " + library.name() + " " + library.version()));
    floors.stream()
        .filter(floor -> all.stream().noneMatch(floor::concerns))
        .forEach(floor -> faults.add(floor.prefix() + " is nothing that ships: " + floor));
    faults.forEach(System.err::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  private static List<String> faults(String file, List<Library> libraries, List<Floor> floors) {
    List<String> faults = new ArrayList<>();
    for (Library library : libraries) {
      for (Floor floor : floors) {
        if (floor.refuses(library)) {
          faults.add(
              "%s: %s %s has %s, fixed in %s"
                  .formatted(
                      file, library.name(), library.version(), floor.advisory(), floor.version()));
        }
      }
    }
    return faults;
  }

  private static List<Floor> floors(Path list) throws IOException {
    List<Floor> floors = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length != 3) {
          throw new IllegalArgumentException("Not a library, a version and an advisory: " + line);
        }
        floors.add(new Floor(fields[0], fields[1], fields[2]));
      }
    }
    return floors;
  }

  private static List<Library> libraries(Path file) throws IOException {
    return file.toString().endsWith(".jar") ? inJar(file) : inBill(file);
  }

  private static List<Library> inJar(Path file) throws IOException {
    List<Library> libraries = new ArrayList<>();
    try (ZipFile jar = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
          Properties pom = new Properties();
          try (InputStream in = jar.getInputStream(entry)) {
            pom.load(in);
          }
          libraries.add(
              new Library(
                  pom.getProperty("groupId") + ":" + pom.getProperty("artifactId"),
                  pom.getProperty("version")));
        }
      }
    }
    return libraries;
  }

  private static List<Library> inBill(Path file) throws IOException {
    List<Library> libraries = new ArrayList<>();
    Matcher purl = PURL.matcher(Files.readString(file));
    while (purl.find()) {
      libraries.add(new Library(purl.group(1) + ":" + purl.group(2), purl.group(3)));
    }
    return libraries;
  }

  /** By numbers; a version with a word in it, like a release candidate, is older than without. */
  private static boolean older(String version, String than) {
    String[] a = version.split("[.-]");
    String[] b = than.split("[.-]");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int difference = Integer.compare(number(a, i), number(b, i));
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private static int number(String[] version, int index) {
    if (index >= version.length) {
      return 0;
    }
    return version[index].matches("\\d{1,9}") ? Integer.parseInt(version[index]) : -1;
  }

  /** For each floor: a jar and a bill with a version below it are refused, at it they are not. */
  private static void proveThatItCanFail(List<Floor> floors) throws IOException {
    Path jar = Files.createTempFile("shipped", ".jar");
    Path bill = Files.createTempFile("shipped", ".json");
    try {
      for (Floor floor : floors) {
        String[] name = (floor.prefix() + "x").split(":");
        for (String version : List.of("1.0.0", floor.version() + "-rc1", floor.version())) {
          write(jar, name[0], name[1], version);
          Files.writeString(
              bill,
              "{\"purl\": \"pkg:maven/%s/%s@%s?type=jar\"}".formatted(name[0], name[1], version));
          for (Path file : List.of(jar, bill)) {
            boolean refused = !faults("", libraries(file), List.of(floor)).isEmpty();
            if (refused == version.equals(floor.version())) {
              throw new IllegalStateException("It is wrong about " + version + " and " + floor);
            }
          }
        }
      }
    } finally {
      Files.delete(jar);
      Files.delete(bill);
    }
    System.out.println("A version below each of " + floors.size() + " floors is refused");
  }

  private static void write(Path jar, String group, String artifact, String version)
      throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(
          new ZipEntry("META-INF/maven/" + group + "/" + artifact + "/pom.properties"));
      out.write(
          "groupId=%s%nartifactId=%s%nversion=%s%n".formatted(group, artifact, version).getBytes());
      out.closeEntry();
    }
  }
}
