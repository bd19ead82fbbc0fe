package io.everythingmcp.conformance.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What somebody looks at a page with. */
enum Device {
  DESKTOP {
    @Override
    NewContextOptions options() {
      return new NewContextOptions().setViewportSize(1280, 900);
    }
  },
  DARK {
    @Override
    NewContextOptions options() {
      return DESKTOP.options().setColorScheme(ColorScheme.DARK);
    }
  },
  PHONE {
    @Override
    NewContextOptions options() {
      return new NewContextOptions()
          .setViewportSize(360, 740)
          .setDeviceScaleFactor(2)
          .setHasTouch(true)
          .setIsMobile(true);
    }
  },
  WITHOUT_SCRIPTS {
    @Override
    NewContextOptions options() {
      return DESKTOP.options().setJavaScriptEnabled(false);
    }
  };

  /** Each page with each device on which pages are laid out differently. */
  static Stream<Arguments> each(Set<String> pages) {
    return pages.stream()
        .sorted()
        .flatMap(page -> Stream.of(DESKTOP, PHONE).map(device -> Arguments.of(page, device)));
  }

  /** The settings of a profile for it. */
  abstract NewContextOptions options();
}
