# What people do with this checkout. GNU make and BSD make read it alike.

PREFIX = /usr/local
SAMPLE = samples/notebook-ja
# Where demo writes.
DEMO = out/demo
# Where install finds the folders of the shells' completions.
SHARE = $(DESTDIR)$(PREFIX)/share

# The product's name on a disk that does not distinguish case, where Sources/doctree and
# Sources/DocTree are one folder, is another one.
PRODUCT = `[ -e Sources/DocTree/Command ] && echo doctree-cli || echo doctree`
BUILD = swift build -c release --product $(PRODUCT)
# Foundation and the standard library in the program itself: it starts twice as fast. Apple's
# systems have them on board and no static ones.
STATIC = `[ "$$(uname)" = Darwin ] || echo --static-swift-stdlib`
DOCTREE = "$$($(BUILD) $(STATIC) --show-bin-path)"/$(PRODUCT)
INSTALLED = "$(DESTDIR)$(PREFIX)/bin/doctree"

.PHONY: all build demo test conformance install format check clean dependencies

all: build

dependencies:
	@Scripts/install-dependencies

build: dependencies
	$(BUILD) $(STATIC)

demo: build
	$(DOCTREE) build $(SAMPLE) $(DEMO)/html
	$(DOCTREE) build $(SAMPLE) $(DEMO)/text -b text
	@echo
	@echo "The sample $(SAMPLE) is built:"
	@echo "  HTML  $(DEMO)/html"
	@echo "  text  $(DEMO)/text"

test: dependencies
	swift test --parallel

conformance: dependencies
	swift test --filter ConformanceTests

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 $(DOCTREE) $(INSTALLED)
	$(INSTALLED) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/doctree"
	$(INSTALLED) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_doctree"
	$(INSTALLED) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/doctree.fish"

format:
	Scripts/swift-files | xargs swift format -i -p

check:
	Scripts/check-layout
	Scripts/check-cases
	Scripts/swift-files | xargs swift format lint --strict -p

clean:
	rm -rf out
	swift package clean
