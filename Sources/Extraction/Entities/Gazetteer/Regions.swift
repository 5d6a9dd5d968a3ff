extension Gazetteer {
  /// Continents, regions, seas, rivers and states: `name | other names | adjectives and inhabitants`.
  static let regions = """
    Africa||African+
    Sub-Saharan Africa|sub-Saharan Africa|
    North Africa|northern Africa, Northern Africa|North African+
    West Africa|western Africa, Western Africa|West African+
    East Africa|eastern Africa, Eastern Africa|East African+
    Central Africa||
    Southern Africa|southern Africa|
    Horn of Africa||
    Sahel||
    Sahara|Sahara Desert|Saharan
    Maghreb||
    Asia||Asian+
    Central Asia|central Asia|Central Asian+
    East Asia|eastern Asia|East Asian+
    South Asia|southern Asia|South Asian+
    Southeast Asia|South-East Asia, south-east Asia, southeast Asia, South East Asia|Southeast Asian+
    Asia-Pacific|Asia Pacific|
    Indo-Pacific||
    Eurasia||Eurasian
    Europe||European+
    Eastern Europe|eastern Europe, East Europe|Eastern European+, eastern European+, East European+
    Western Europe|western Europe, West Europe|Western European+, western European+
    Central Europe|central Europe|Central European+, central European+
    Northern Europe|northern Europe|Northern European+
    Southern Europe|southern Europe|Southern European+
    Central and Eastern Europe|central and eastern Europe, Eastern and Central Europe|
    Baltic states|Baltics, Baltic States, Baltic countries, Baltic nations, Baltic republics|
    Balkans|Balkan peninsula, Western Balkans, western Balkans|Balkan
    Caucasus|South Caucasus, North Caucasus, Transcaucasia|Caucasian
    Scandinavia||Scandinavian+
    Iberia|Iberian Peninsula|
    Middle East|Mideast, Near East, Greater Middle East|Middle Eastern, Middle Easterner+
    Persian Gulf|Arabian Gulf|
    Gulf states|Gulf States|
    Levant||
    Latin America||Latin American+
    Central America||Central American+
    South America||South American+
    North America||North American+
    Caribbean|the Caribbean|
    Oceania||
    Antarctica|Antarctic|
    Arctic|High North, Arctic Circle|
    the West|West|Western, Westerner+
    Global South|global south|
    Global North|global north|
    Donbas|Donbass, Donbas region, Donbass region|
    Donetsk region|Donetsk oblast, Donetsk Oblast|
    Luhansk region|Lugansk region, Luhansk oblast, Luhansk Oblast|
    Siberia||Siberian+
    Xinjiang||Uighur+, Uyghur+
    Kashmir||Kashmiri+
    Punjab||Punjabi+
    Bavaria||Bavarian+
    Andalusia||
    Basque Country||Basque+
    Sicily||Sicilian+
    Sardinia||
    Normandy||
    Darfur||
    Tigray||Tigrayan+
    Golan Heights||
    Sinai|Sinai Peninsula|
    Korean Peninsula|Korean peninsula|
    Black Sea||
    Baltic Sea||
    Red Sea||
    Dead Sea||
    Caspian Sea|Caspian|
    Mediterranean Sea|Mediterranean, the Mediterranean|
    Aegean Sea|Aegean|
    Adriatic Sea|Adriatic|
    North Sea||
    Barents Sea||
    South China Sea||
    East China Sea||
    Yellow Sea||
    Sea of Azov|Azov Sea|
    Sea of Japan||
    Atlantic Ocean|Atlantic, North Atlantic|
    Pacific Ocean|Pacific, South Pacific|
    Indian Ocean||
    Arctic Ocean||
    Gulf of Mexico||
    Gulf of Aden||
    Gulf of Oman||
    Bay of Bengal||
    English Channel||
    Strait of Hormuz|Straits of Hormuz|
    Taiwan Strait||
    Kerch Strait||
    Bosphorus|Bosporus|
    Suez Canal||
    Panama Canal||
    Amazon rainforest||
    Himalayas||Himalayan
    Alps||Alpine
    Rocky Mountains|Rockies|
    Danube||
    Dnieper|Dnipro River, Dnieper River|
    Rhine||
    Nile||
    Volga||
    Mekong||
    Yangtze||
    Midwest||Midwestern, Midwesterner+
    New England||New Englander+
    West Coast||
    East Coast||
    Gulf Coast||
    Deep South||
    Rust Belt||
    Silicon Valley||
    Alabama|Ala.|Alabamian+
    Alaska||Alaskan+
    Arizona|Ariz.|Arizonan+
    Arkansas|Ark.|Arkansan+
    California|Calif.|Californian+
    Colorado|Colo.|Coloradan+
    Connecticut|Conn.|
    Delaware|Del.|
    Florida|Fla.|Floridian+
    Hawaii||Hawaiian+
    Idaho||
    Illinois|Ill.|
    Indiana|Ind.|Hoosier+
    Iowa||Iowan+
    Kansas|Kan.|Kansan+
    Kentucky|Ky.|Kentuckian+
    Louisiana|La.|
    Maine||
    Maryland|Md.|
    Massachusetts|Mass.|
    Michigan|Mich.|
    Minnesota|Minn.|Minnesotan+
    Mississippi|Miss.|
    Missouri|Mo.|
    Montana|Mont.|Montanan+
    Nebraska|Neb.|Nebraskan+
    Nevada|Nev.|Nevadan+
    New Hampshire|N.H.|
    New Jersey|N.J.|
    New Mexico|N.M.|
    New York state|New York State, N.Y., upstate New York|
    North Carolina|N.C.|
    North Dakota|N.D.|
    Ohio||Ohioan+
    Oklahoma|Okla.|Oklahoman+
    Oregon|Ore.|Oregonian+
    Pennsylvania|Pa., Penn.|Pennsylvanian+
    Rhode Island|R.I.|
    South Carolina|S.C.|
    South Dakota|S.D.|
    Tennessee|Tenn.|Tennessean+
    Texas|Tex.|Texan+
    Utah||
    Vermont|Vt.|Vermonter+
    Virginia|Va.|Virginian+
    Washington state|Washington State|
    West Virginia|W.Va.|
    Wisconsin|Wis.|Wisconsinite+
    Wyoming|Wyo.|
    District of Columbia|D.C.|
    New South Wales||
    Queensland||
    Victoria||
    Tasmania||
    Ontario||
    Quebec|Québec|Quebecer+
    Alberta||Albertan+
    British Columbia||
    Manitoba||
    Saskatchewan||
    Nova Scotia||
    New Brunswick||
    Newfoundland||
    """

  /// Cities and towns that are no capital: `name = other spellings`, separated by commas.
  static let cities = """
    New York=New York City, NYC; Manhattan; Brooklyn; Queens; Bronx; Staten Island; Harlem; Long Island;
    Los Angeles=LA, L.A.; Hollywood; Chicago; Houston; Phoenix; Philadelphia; San Antonio; San Diego; Dallas;
    San Jose; Austin; Jacksonville; Fort Worth; San Francisco; Charlotte; Indianapolis; Seattle; Denver;
    Boston; El Paso; Detroit; Nashville; Memphis; Portland; Oklahoma City; Las Vegas; Louisville; Baltimore;
    Milwaukee; Albuquerque; Tucson; Fresno; Sacramento; Kansas City; Mesa; Atlanta; Omaha; Colorado Springs;
    Raleigh; Miami; Oakland; Minneapolis; Tulsa; Cleveland; Wichita; New Orleans; Tampa; Honolulu; Anaheim;
    Cincinnati; Pittsburgh; St. Louis=Saint Louis; St. Paul; St. Petersburg=Saint Petersburg, Petrograd;
    Orlando; Newark; Buffalo; Des Moines; Salt Lake City; Richmond; Baton Rouge; Spokane; Tallahassee;
    Birmingham; Montgomery; Little Rock; Hartford; Wilmington; Dover; Columbus; Dayton; Toledo; Akron;
    Flint; Ferguson; Charleston; Columbia; Fort Lauderdale; Palm Beach; Fort Myers; Boise; Anchorage;
    Juneau; Concord; Manchester; Albany; Syracuse; Rochester; Trenton; Annapolis; Bismarck; Fargo;
    Santa Fe; Madison; Cheyenne; Augusta; Bangor; Burlington; Montpelier; Providence; Scranton; Erie;
    Harrisburg; Gettysburg; Arlington; Alexandria; Norfolk; Charlottesville; Chattanooga; Knoxville;
    Lexington; Topeka; Lincoln; Reno; Carson City; Berkeley; Palo Alto; Cupertino; Guantanamo Bay=Guantánamo Bay;
    Toronto; Montreal=Montréal; Vancouver; Calgary; Edmonton; Winnipeg; Halifax; Quebec City;
    Guadalajara; Monterrey; Tijuana; Ciudad Juarez=Ciudad Juárez, Juarez; Cancun=Cancún; Acapulco;
    Rio de Janeiro=Rio; Sao Paulo=São Paulo; Salvador; Recife; Medellin=Medellín; Cali; Guayaquil; Maracaibo;
    Cordoba=Córdoba; Rosario; Valparaiso=Valparaíso; Cusco; Santa Cruz; Port of Spain; Kingston; San Juan;
    Brussels; Antwerp; Ghent; Bruges; Amsterdam; Rotterdam; Utrecht; Maastricht; Geneva; Zurich=Zürich; Basel;
    Lausanne; Davos; Luxembourg City; Strasbourg; Lyon; Marseille=Marseilles; Nice; Toulouse; Bordeaux; Lille;
    Nantes; Calais; Cannes; Versailles; Munich; Hamburg; Frankfurt; Cologne; Stuttgart; Dusseldorf=Düsseldorf;
    Dresden; Leipzig; Bremen; Bonn; Nuremberg; Hanover; Salzburg; Innsbruck; Graz; Milan; Naples; Turin;
    Venice; Florence; Bologna; Genoa; Palermo; Bari; Barcelona; Valencia; Seville; Bilbao; Malaga=Málaga;
    Porto; Faro; Edinburgh; Glasgow; Aberdeen; Cardiff; Swansea; Belfast; Liverpool; Leeds; Sheffield;
    Bristol; Newcastle; Nottingham; Leicester; Oxford; Cambridge; Brighton; Plymouth; Southampton; Portsmouth;
    Coventry; Salisbury; Dover; Cork; Galway; Limerick; Gothenburg; Malmo=Malmö; Uppsala; Aarhus; Bergen;
    Trondheim; Tampere; Turku; Espoo; Krakow=Kraków, Cracow; Gdansk=Gdańsk; Wroclaw=Wrocław; Poznan=Poznań; Lodz=Łódź;
    Lublin; Brno; Ostrava; Kosice=Košice; Debrecen; Szeged; Cluj=Cluj-Napoca; Timisoara=Timișoara; Plovdiv;
    Varna; Thessaloniki=Salonika; Piraeus; Split; Dubrovnik; Novi Sad; Mostar; Banja Luka; Srebrenica;
    Istanbul=Constantinople; Izmir; Antalya; Adana; Gaziantep; Diyarbakir=Diyarbakır; Incirlik; Bodrum;
    Kharkiv=Kharkov; Odesa=Odessa; Lviv=Lvov; Dnipro=Dnipropetrovsk, Dnepropetrovsk; Donetsk; Luhansk=Lugansk;
    Mariupol; Zaporizhzhia=Zaporozhye, Zaporizhia; Kherson; Mykolaiv=Nikolaev; Chernihiv=Chernigov; Sumy; Poltava;
    Zhytomyr; Vinnytsia=Vinnitsa; Uzhhorod; Chernivtsi; Ternopil; Bakhmut; Kramatorsk; Sloviansk=Slavyansk;
    Avdiivka; Sievierodonetsk=Severodonetsk; Bucha; Irpin; Melitopol; Berdiansk=Berdyansk; Simferopol;
    Sevastopol; Yalta; Kerch; Feodosia; Enerhodar=Energodar; Izium=Izyum; Kupiansk; Pokrovsk; Debaltseve;
    Chernobyl=Chornobyl; Novosibirsk; Yekaterinburg=Ekaterinburg; Kazan; Nizhny Novgorod; Samara; Omsk;
    Chelyabinsk; Rostov-on-Don=Rostov; Ufa; Volgograd=Stalingrad; Perm; Krasnoyarsk; Voronezh; Saratov;
    Krasnodar; Sochi; Kaliningrad=Konigsberg, Königsberg; Vladivostok; Murmansk; Belgorod; Bryansk; Kursk; Smolensk;
    Pskov; Tver; Tula; Ryazan; Irkutsk; Khabarovsk; Beslan; Makhachkala; Gomel; Brest; Grodno; Vitebsk;
    Batumi; Gori; Gyumri; Ganja; Almaty=Alma-Ata; Samarkand; Osh; Narva; Tartu; Daugavpils; Kaunas; Klaipeda;
    Shanghai; Guangzhou=Canton; Shenzhen; Wuhan; Chongqing; Tianjin; Chengdu; Nanjing=Nanking; Xi'an=Xi’an;
    Hangzhou; Harbin; Dalian; Qingdao; Urumqi=Ürümqi; Macau=Macao; Kaohsiung; Osaka; Kyoto; Yokohama; Nagoya;
    Sapporo; Kobe; Hiroshima; Nagasaki; Fukushima; Okinawa; Busan=Pusan; Incheon; Daegu; Panmunjom;
    Mumbai=Bombay; Kolkata=Calcutta; Chennai=Madras; Bengaluru=Bangalore; Hyderabad; Ahmedabad; Pune; Jaipur;
    Lucknow; Srinagar; Amritsar; Varanasi; Karachi; Lahore; Rawalpindi; Peshawar; Quetta; Faisalabad;
    Kandahar; Herat; Kunduz; Jalalabad; Mazar-i-Sharif; Bagram; Chittagong; Mandalay; Yangon=Rangoon;
    Ho Chi Minh City=Saigon; Da Nang=Danang; Haiphong; Chiang Mai; Phuket; Pattaya; Surabaya; Bandung; Bali;
    Medan; Penang; Johor; Cebu; Davao; Marawi; Sydney; Melbourne; Brisbane; Perth; Adelaide; Hobart; Darwin;
    Auckland; Christchurch; Dubai; Sharjah; Jeddah; Mecca; Medina; Dhahran; Aden; Hodeidah; Taiz; Basra;
    Mosul; Kirkuk; Fallujah; Ramadi; Tikrit; Najaf; Karbala; Sulaymaniyah; Aleppo; Homs; Hama; Idlib; Raqqa;
    Palmyra; Kobani; Latakia; Tartus; Deir ez-Zor; Daraa; Douma; Haifa; Hebron; Bethlehem; Nablus; Jenin;
    Nazareth; Gaza City; Rafah; Khan Younis=Khan Yunis; Isfahan; Natanz; Fordow; Mashhad; Shiraz; Qom; Tabriz;
    Alexandria; Giza; Luxor; Suez; Port Said; Sharm el-Sheikh=Sharm el Sheikh; Benghazi; Misrata; Sirte; Tobruk;
    Casablanca; Marrakesh=Marrakech; Fez; Tangier; Oran; Sousse; Lagos; Kano; Maiduguri; Port Harcourt;
    Chibok; Johannesburg; Cape Town; Durban; Soweto; Mombasa; Dar es Salaam; Zanzibar; Entebbe; Goma;
    Lubumbashi; Bulawayo; Abidjan; Kumasi; Timbuktu; Mekelle; Hargeisa; Kismayo; El Fasher; Omdurman;
    Port Sudan; Georgetown; Foggy Bottom; Camp David; Mar-a-Lago; Chequers; Sandhurst; Langley
    """
}
