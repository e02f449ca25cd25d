extension TallyPage {
  /// The page. The policy forbids scripts and anything loaded, should a text ever pass the escaping.
  static let templateText = """
    {{%CONTENT_TYPE: PAGE}}
    <!DOCTYPE html>
    <html lang="{{lang}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    <p class="kind">{{kind}}</p>
    <h1>{{title}}</h1>
    {{#head}}
    <p>{{.}}</p>
    {{/head}}
    </header>
    <main>
    <p class="hint">{{words.scroll}}</p>
    <div class="tiles">
    {{#tiles}}
    <div class="tile"><p class="label">{{label}}</p><p class="value">{{value}} <small>{{words.aired}}</small></p><p>{{detail}}</p></div>
    {{/tiles}}
    </div>
    {{#pictures}}
    <figure>
    {{{svg}}}
    <figcaption>{{key}}{{#legend}} <span class="stroke {{kind}}"></span>{{name}}{{/legend}}</figcaption>
    </figure>
    {{/pictures}}
    {{#sections}}
    <section{{#isMany}} class="many"{{/isMany}}>
    <h2>{{position}}. {{heading}}</h2>
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{#tables}}
    {{#picture}}
    <figure>
    <svg viewBox="0 0 {{width}} {{height}}" width="{{width}}" height="{{height}}" role="img" \
    aria-labelledby="chart-title chart-summary">
    <title id="chart-title">{{words.chart}}</title>
    <desc id="chart-summary">{{summary}}</desc>
    {{#ticks}}
    <line class="tick" x1="40" x2="{{width}}" y1="{{tickY}}" y2="{{tickY}}"/><text class="axis" x="34" \
    y="{{baseline}}" text-anchor="end">{{value}}</text>
    {{/ticks}}
    {{#bars}}
    <rect class="{{kind}}" x="{{x}}" y="{{y}}" width="{{barWidth}}" height="{{barHeight}}"/>\
    <text class="figure" x="{{middle}}" y="{{above}}" text-anchor="middle">{{figure}}</text>
    {{/bars}}
    {{#labels}}
    <text class="axis" x="{{center}}" y="218" text-anchor="middle">{{name}}</text>
    {{/labels}}
    </svg>
    <figcaption><span class="key scheduled"></span>{{words.scheduled}}{{#hasAired}}<span class="key aired"></span>\
    {{words.aired}}{{/hasAired}}</figcaption>
    </figure>
    {{/picture}}
    {{#isWide}}
    <p class="hint shown">{{words.scroll}}</p>
    {{/isWide}}
    <div class="table{{#isWide}} wide{{/isWide}}">
    <table>
    {{#caption}}
    <caption>{{.}}</caption>
    {{/caption}}
    <thead><tr>
    {{#columns}}
    <th scope="col" class="{{columnClass}}">{{label}}</th>
    {{/columns}}
    </tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{rowClass}}">
    {{#cells}}
    {{#isName}}<th scope="row" class="{{cellClass}}">{{text}}</th>{{/isName}}\
    {{^isName}}<td class="{{cellClass}}">{{^opened}}{{text}}{{/opened}}{{#opened}}<details name="rows">\
    <summary title="{{words.opens}}">{{text}}</summary><div class="rows"><p>{{words.opens}}</p>\
    {{#sources}}<p><b>{{file}}</b>, {{words.row}} {{lines}}</p>{{/sources}}</div></details>{{/opened}}</td>{{/isName}}
    {{/cells}}
    </tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{/tables}}
    </section>
    {{/sections}}
    </main>
    <footer>
    <h2>{{words.notes}}</h2>
    <ul>
    {{#notes}}
    <li>{{.}}</li>
    {{/notes}}
    </ul>
    </footer>
    </body>
    </html>

    """
}
